package errorformattedpercall

import "strconv"

// PriceErrorGood says which price nobody knows. Its text is made when somebody reads it.
type PriceErrorGood struct {
	Name  string
	Count int
}

func (e *PriceErrorGood) Error() string {
	return "price of " + strconv.Itoa(e.Count) + " " + e.Name + ": " + ErrUnknown.Error()
}

// Unwrap makes errors.Is find ErrUnknown.
func (e *PriceErrorGood) Unwrap() error { return ErrUnknown }

// NameErrorGood says which name nobody knows.
type NameErrorGood struct{ Name string }

func (e *NameErrorGood) Error() string { return e.Name + ": " + ErrUnknown.Error() }

// Unwrap makes errors.Is find ErrUnknown.
func (e *NameErrorGood) Unwrap() error { return ErrUnknown }

// PriceGood is what so many of something cost.
func (t Table) PriceGood(name string, count int) (int, error) {
	cents, ok := t[name]
	if !ok {
		return 0, &PriceErrorGood{Name: name, Count: count}
	}
	return cents * count, nil
}

// KnownGood says whether all names are known.
func (t Table) KnownGood(names []string) error {
	for _, name := range names {
		if _, ok := t[name]; !ok {
			return &NameErrorGood{Name: name}
		}
	}
	return nil
}
