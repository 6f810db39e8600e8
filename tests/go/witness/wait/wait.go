// Package wait holds what makes goroutines wait: a contended lock, channels with and without a buffer, a select, a group.
//
// Each line that waits is marked for the fixtures: `// @wait name` in the block profile, `// @held name` where the mutex
// profile charges what an unlock let others wait for.
package wait

import (
	"sync"
	"time"
)

// Turns is how often each goroutine takes part.
const Turns = 40

// Counter is shared by all.
type Counter struct {
	mu    sync.Mutex
	total int
}

// Add holds the lock for a while.
func (c *Counter) Add(n int) {
	c.mu.Lock() // @wait lock
	c.total += n
	time.Sleep(200 * time.Microsecond)
	c.mu.Unlock() // @held unlock
}

// Contend lets four goroutines fight for one counter.
func Contend() int {
	var counter Counter
	var group sync.WaitGroup
	for range 4 {
		group.Add(1)
		go func() {
			defer group.Done()
			for range Turns {
				counter.Add(1)
			}
		}()
	}
	group.Wait() // @wait group
	return counter.total
}

// HandOver sends over a channel without a buffer to a slow reader.
func HandOver() int {
	values := make(chan int)
	done := make(chan int)
	go func() {
		sum := 0
		for value := range values {
			time.Sleep(300 * time.Microsecond)
			sum += value
		}
		done <- sum
	}()
	for n := range Turns {
		values <- n // @wait send
	}
	close(values)
	return <-done // @wait receive
}

// Drain reads faster than its sender writes.
func Drain() int {
	values := make(chan int, 2)
	go func() {
		for n := range Turns {
			time.Sleep(200 * time.Microsecond)
			values <- n
		}
		close(values)
	}()
	sum := 0
	for value := range values { // @wait range
		sum += value
	}
	return sum
}

var queue = make(chan int, 8)

// Fill fills a buffer faster than it is emptied.
func Fill() int {
	sum := 0
	var group sync.WaitGroup
	group.Add(1)
	go func() {
		defer group.Done()
		for range Turns {
			time.Sleep(300 * time.Microsecond)
			value, ok := <-queue
			if ok {
				sum += value
			}
		}
	}()
	for n := range Turns {
		queue <- n // @wait buffered-send
	}
	group.Wait()
	return sum
}

// Choose waits for whichever comes first.
func Choose() int {
	first, second := make(chan int), make(chan int, 1)
	feed := func(to chan<- int, every time.Duration) {
		for n := range Turns {
			time.Sleep(every)
			to <- n
		}
	}
	go feed(first, 300*time.Microsecond)
	go feed(second, 500*time.Microsecond)
	sum := 0
	for range 2 * Turns {
		select { // @wait select
		case value := <-first:
			sum += value
		case value := <-second:
			sum -= value
		}
	}
	return sum
}
