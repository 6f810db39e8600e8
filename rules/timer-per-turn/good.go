package timerperturn

import "time"

// SumGood adds what comes until nothing comes for some time.
func SumGood(numbers <-chan int, patience time.Duration) (sum int) {
	timer := time.NewTimer(patience)
	defer timer.Stop()
	for {
		timer.Reset(patience)
		select {
		case number, ok := <-numbers:
			if !ok {
				return sum
			}
			sum += number
		case <-timer.C:
			return -1
		}
	}
}
