package errormadepercall

import (
	"errors"
	"fmt"
	"sync"
)

// Made once.
var errClosed = errors.New("closed")

var errLate = sync.OnceValue(func() error { return errors.New("late") })

var errs []error

func init() {
	errs = append(errs, errors.New("first"))
}

// Its text differs from call to call.
func unknown(name string) error {
	return errors.New("unknown: " + name)
}

func formatted(name string) error {
	return fmt.Errorf("unknown: %s", name) // want error-formatted-per-call
}

// Of another package.
type maker struct{}

func (maker) New(text string) error { return errClosed }

func other() error {
	errors := maker{}
	return errors.New("text")
}

// It ends the program, which happens once.
func must(ok bool) {
	if !ok {
		panic(errors.New("cannot be"))
	}
}
