package timerperturn

import "time"

// Sum adds what comes until nothing comes for some time.
func Sum(numbers <-chan int, patience time.Duration) (sum int) {
	for {
		select {
		case number, ok := <-numbers:
			if !ok {
				return sum
			}
			sum += number
		case <-time.After(patience): // want timer-per-turn
			return -1
		}
	}
}
