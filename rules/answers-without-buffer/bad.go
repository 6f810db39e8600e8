package answerswithoutbuffer

import "sync"

// Lengths asks for all documents at once, and adds each answer to a summary.
func Lengths(names []string, load func(string) []byte, add func(int) int) (sum int) {
	answers := make(chan int) // want answers-without-buffer
	for _, name := range names {
		go func() {
			answers <- len(load(name))
		}()
	}
	for range names {
		sum += add(<-answers)
	}
	return sum
}

// Longest is the length of the longest document.
func Longest(names []string, load func(string) []byte, add func(int) int) (longest int) {
	var group sync.WaitGroup
	answers := make(chan int) // want answers-without-buffer
	for _, name := range names {
		group.Add(1)
		go func() {
			defer group.Done()
			answers <- len(load(name))
		}()
	}
	go func() {
		group.Wait()
		close(answers)
	}()
	for answer := range answers {
		longest = max(longest, add(answer))
	}
	return longest
}
