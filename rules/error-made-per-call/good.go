package errormadepercall

import "errors"

// What goes wrong: made once, and callers can ask for it with errors.Is.
var (
	ErrUnknown = errors.New("no such thing")
	ErrTooMuch = errors.New("more than all of it")
)

// PriceGood is what something costs.
func (t Table) PriceGood(name string) (int, error) {
	cents, ok := t[name]
	if !ok {
		return 0, ErrUnknown
	}
	return cents, nil
}

// DiscountGood is what is taken off.
func (t Table) DiscountGood(name string, percent int) (int, error) {
	var err error
	if percent > 100 {
		err = ErrTooMuch
	}
	return t[name] * percent / 100, err
}
