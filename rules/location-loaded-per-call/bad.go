package locationloadedpercall

import "time"

// Hour is the hour of a time in Berlin.
func Hour(t time.Time) (int, error) {
	berlin, err := time.LoadLocation("Europe/Berlin") // want location-loaded-per-call
	if err != nil {
		return 0, err
	}
	return t.In(berlin).Hour(), nil
}
