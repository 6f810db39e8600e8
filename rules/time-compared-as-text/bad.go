package timecomparedastext

import "time"

// OneDay tells whether two times are of one day.
func OneDay(a, b time.Time) bool {
	return a.Format("2006-01-02") == b.Format("2006-01-02") // want time-compared-as-text
}

// Months counts the months that times are of, where they are in order.
func Months(times []time.Time) int {
	months := min(1, len(times))
	for i := 1; i < len(times); i++ {
		if times[i-1].Format("200601") != times[i].Format("200601") { // want time-compared-as-text
			months++
		}
	}
	return months
}
