package errormadepercall

import (
	"errors"
	"fmt"
)

// Table is a table of prices.
type Table map[string]int

// Price is what something costs.
func (t Table) Price(name string) (int, error) {
	cents, ok := t[name]
	if !ok {
		return 0, errors.New("no such thing") // want error-made-per-call
	}
	return cents, nil
}

// Discount is what is taken off.
func (t Table) Discount(name string, percent int) (int, error) {
	var err error
	if percent > 100 {
		err = fmt.Errorf("more than all of it") // want error-made-per-call
	}
	return t[name] * percent / 100, err
}
