package timecomparedastext

import "time"

// A text that is there already.
func of(t time.Time, day string) bool { return t.Format("2006-01-02") == day }

// Two layouts: what they have in common is for the author to know.
func odd(a, b time.Time) bool { return a.Format("02") == b.Format("01") }

type date struct{ day int }

func (d date) Format(layout string) string { return layout[:d.day%len(layout)] }

// Something else of this name.
func other(a, b date) bool { return a.Format("2006") == b.Format("2006") }
