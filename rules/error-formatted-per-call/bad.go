package errorformattedpercall

import (
	"errors"
	"fmt"
)

// ErrUnknown is what is wrong with a name that nobody knows.
var ErrUnknown = errors.New("unknown name")

// Table is a table of prices.
type Table map[string]int

// Price is what so many of something cost.
func (t Table) Price(name string, count int) (int, error) {
	cents, ok := t[name]
	if !ok {
		return 0, fmt.Errorf("price of %d %s: %w", count, name, ErrUnknown) // want error-formatted-per-call
	}
	return cents * count, nil
}

// Known says whether all names are known.
func (t Table) Known(names []string) error {
	for _, name := range names {
		if _, ok := t[name]; !ok {
			return fmt.Errorf("%s: %w", name, ErrUnknown) // want error-formatted-per-call
		}
	}
	return nil
}
