package locationloadedpercall

import (
	"sync"
	"time"
)

var berlin = sync.OnceValues(func() (*time.Location, error) { return time.LoadLocation("Europe/Berlin") })

// HourGood is the hour of a time in Berlin.
func HourGood(t time.Time) (int, error) {
	location, err := berlin()
	if err != nil {
		return 0, err
	}
	return t.In(location).Hour(), nil
}
