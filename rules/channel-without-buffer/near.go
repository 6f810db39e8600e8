package channelwithoutbuffer

import "sync"

// It says that something is done, once.
func wait(work func()) {
	done := make(chan struct{})
	go func() {
		work()
		close(done)
	}()
	<-done
}

// One value of each goroutine.
func all(works []func() int) (sum int) {
	results := make(chan int) // want answers-without-buffer
	for _, work := range works {
		go func() { results <- work() }()
	}
	for range works {
		sum += <-results
	}
	return sum
}

// Another function sends, or receives: how often is for it to know.
func stream(produce func(chan<- int)) (sum int) {
	numbers := make(chan int)
	go produce(numbers)
	for number := range numbers {
		sum += number
	}
	return sum
}

// With a buffer.
func buffered(n int) (sum int) {
	numbers := make(chan int, n)
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

// Work for several goroutines, which the sender waits for one by one on purpose.
func workers(jobs []func()) {
	var wait sync.WaitGroup
	queue := make(chan func())
	for range 4 {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for job := range queue {
				job()
			}
		}()
	}
	for _, job := range jobs {
		queue <- job
	}
	close(queue)
	wait.Wait()
}

// What comes is waited for beside other things.
func beside(stop <-chan struct{}, next func() int) (sum int) {
	numbers := make(chan int)
	go func() {
		for {
			numbers <- next()
		}
	}()
	for {
		select {
		case number := <-numbers:
			sum += number
		case <-stop:
			return sum
		}
	}
}
