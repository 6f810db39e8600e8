package locationloadedpercall

import "time"

// Only the caller knows which.
func in(t time.Time, name string) (time.Time, error) {
	location, err := time.LoadLocation(name)
	if err != nil {
		return t, err
	}
	return t.In(location), nil
}

// Known without a file.
func universal(t time.Time) time.Time {
	utc, _ := time.LoadLocation("UTC")
	return t.In(utc)
}

var tokyo *time.Location

func init() {
	tokyo, _ = time.LoadLocation("Asia/Tokyo")
	location, err := time.LoadLocation("Europe/London")
	if err == nil {
		tokyo = location
	}
}

type clock struct{ location *time.Location }

// Kept by what is made.
func newClock() (*clock, error) {
	location, err := time.LoadLocation("Asia/Tokyo")
	if err != nil {
		return nil, err
	}
	return &clock{location: location}, nil
}
