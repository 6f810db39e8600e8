package timecomparedastext

import "time"

// OneDayGood tells whether two times are of one day.
func OneDayGood(a, b time.Time) bool {
	year, month, day := a.Date()
	y, m, d := b.Date()
	return year == y && month == m && day == d
}

// MonthsGood counts the months that times are of, where they are in order.
func MonthsGood(times []time.Time) int {
	months := min(1, len(times))
	for i := 1; i < len(times); i++ {
		if times[i-1].Year() != times[i].Year() || times[i-1].Month() != times[i].Month() {
			months++
		}
	}
	return months
}
