package timerperturn

import (
	"testing"
	"time"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	patience := time.Minute
	sum := func(f func(<-chan int, time.Duration) int) func() int {
		return func() int {
			numbers := make(chan int, 100)
			for i := range cap(numbers) {
				numbers <- i
			}
			close(numbers)
			return f(numbers, patience)
		}
	}
	proof.Allocates(t, "Sum", sum(Sum), sum(SumGood))
}
