package timerperturn

import (
	"context"
	"time"
)

// Once.
func wait(ctx context.Context, patience time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(patience):
		return true
	}
}

// One timer for all turns.
func until(numbers <-chan int, end time.Time) (sum int) {
	over := time.After(time.Until(end))
	for {
		select {
		case number := <-numbers:
			sum += number
		case <-over:
			return sum
		}
	}
}

// The loop ends with the select.
func first(numbers []<-chan int) (number int) {
	for _, one := range numbers {
		select {
		case number = <-one:
		case <-time.After(time.Second):
		}
		return number
	}
	return 0
}

// The loop sleeps: it turns as rarely as the timer fires.
func poll(ctx context.Context, stop <-chan struct{}, ask func() bool) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-stop:
			return
		case <-time.After(time.Minute):
			if ask() {
				return
			}
		}
	}
}

type clock struct{}

func (clock) After(time.Duration) <-chan int { return nil }

// Something else of this name.
func other(numbers <-chan int, time clock) {
	for {
		select {
		case number := <-numbers:
			_ = number
		case <-time.After(1):
		}
	}
}
