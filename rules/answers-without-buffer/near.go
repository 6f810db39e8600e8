package answerswithoutbuffer

import "sync"

// With room for all.
func buffered(works []func() int) (sum int) {
	answers := make(chan int, len(works))
	for _, work := range works {
		go func() { answers <- work() }()
	}
	for range works {
		sum += <-answers
	}
	return sum
}

// One goroutine sends them all: channel-without-buffer is about those.
func stream(n int) (sum int) {
	numbers := make(chan int) // want channel-without-buffer
	go func() {
		for i := range n {
			numbers <- i
		}
		close(numbers)
	}()
	for number := range numbers {
		sum += number
	}
	return sum
}

// One answer.
func one(work func() int) int {
	answer := make(chan int)
	go func() { answer <- work() }()
	return <-answer
}

// Who receives, nobody knows.
func handed(works []func() int, take func(<-chan int)) {
	answers := make(chan int)
	for _, work := range works {
		go func() { answers <- work() }()
	}
	take(answers)
}

func returned(works []func() int) <-chan int {
	answers := make(chan int)
	for _, work := range works {
		go func() { answers <- work() }()
	}
	return answers
}

// A channel of each turn's own.
func each(works []func() int) (sum int) {
	for _, work := range works {
		answer := make(chan int)
		go func() { answer <- work() }()
		sum += <-answer
	}
	return sum
}

// A sender that can go on without it.
func first(works []func() int) int {
	answers, done := make(chan int), make(chan struct{})
	defer close(done)
	for _, work := range works {
		go func() {
			select {
			case answers <- work():
			case <-done:
			}
		}()
	}
	return <-answers
}

// Workers that send many.
func workers(jobs [][]int) (sum int) {
	var group sync.WaitGroup
	answers := make(chan int) // want channel-without-buffer
	for _, job := range jobs {
		group.Add(1)
		go func() {
			defer group.Done()
			for _, one := range job {
				answers <- one * one
			}
		}()
	}
	go func() {
		group.Wait()
		close(answers)
	}()
	for answer := range answers {
		sum += answer
	}
	return sum
}

type gatherer struct{ answers chan int }

// Others take the values, by a field or another variable.
func (g *gatherer) start(jobs []int) {
	answers := make(chan int)
	g.answers = answers
	for _, job := range jobs {
		go func() { answers <- job }()
	}
}
