// Package shop waits in every way that a rule knows: for a lock that each turn takes, for one around a counter, for one that
// is held during slow work, for a hand-over of each value, for somebody who takes an answer.
//
// Lines that a rule reports are marked `// @rule id`; `regenerate-waits` checks that the profile that measures the rule has the
// lines marked `// @wait` (block) and `// @held` (mutex).
package shop

import (
	"encoding/json"
	"sync"
	"time"
)

// Shop is what all goroutines share.
type Shop struct {
	mu     sync.Mutex
	counts map[string]int
	sold   int64

	board  sync.Mutex
	prices map[string]int
}

// New is a shop with prices.
func New() *Shop {
	shop := &Shop{counts: map[string]int{}, prices: map[string]int{}}
	for i := range 3000 {
		shop.prices["article "+string(rune('a'+i%26))+string(rune('a'+i/26%26))+string(rune('a'+i/676))] = i
	}
	return shop
}

// Close keeps the lock of the counts for a while.
func (s *Shop) Close() {
	s.mu.Lock()
	time.Sleep(3 * time.Millisecond) // @rule work-under-lock
	s.mu.Unlock()                    // @held close
}

// Count counts names.
func (s *Shop) Count(names []string) {
	for _, name := range names {
		s.mu.Lock() // @rule lock-per-turn
		s.counts[name]++
		s.mu.Unlock() // @held count
	}
}

// Sell counts one sale.
func (s *Shop) Sell() {
	s.mu.Lock() // @rule lock-around-counter @wait sell
	s.sold++
	s.mu.Unlock()
}

// Document is all prices as JSON.
func (s *Shop) Document() ([]byte, error) {
	s.board.Lock()
	defer s.board.Unlock()
	return json.Marshal(s.prices) // @rule work-under-lock @held document
}

// Reload waits for new prices, and lets all others wait with it.
func (s *Shop) Reload() {
	s.board.Lock()
	time.Sleep(2 * time.Millisecond) // @rule work-under-lock
	s.prices["new"]++
	s.board.Unlock() // @held reload
}

// Slow hands values over to somebody who takes long.
func Slow(n int) (sum int) {
	values := make(chan int) // @rule channel-without-buffer
	go func() {
		defer close(values)
		for i := range n {
			values <- i // @wait slow
		}
	}()
	for value := range values {
		time.Sleep(time.Millisecond)
		sum += value
	}
	return sum
}

// Quick hands over fewer values to somebody quicker.
func Quick(n int) (sum int) {
	values := make(chan int) // @rule channel-without-buffer
	go func() {
		defer close(values)
		for i := range n {
			values <- i // @wait quick
		}
	}()
	for value := range values {
		time.Sleep(100 * time.Microsecond)
		sum += value
	}
	return sum
}

// Answers asks many at once, and takes long over each answer.
func Answers(n int) (sum int) {
	answers := make(chan int) // @rule answers-without-buffer
	for i := range n {
		go func() {
			answers <- i * i // @wait answer
		}()
	}
	for range n {
		sum += <-answers
		time.Sleep(500 * time.Microsecond)
	}
	return sum
}
