package errorformattedpercall

import (
	"errors"
	"fmt"
)

// The whole text is fixed.
func fixed() error {
	return fmt.Errorf("unknown name") // want error-made-per-call
}

// No format.
func plain(name string) error {
	return errors.New("unknown: " + name)
}

// It ends the program.
func must(name string, known bool) {
	if !known {
		panic(fmt.Errorf("unknown: %s", name))
	}
}

// Once.
var errOnce = fmt.Errorf("once: %w", ErrUnknown)

func init() {
	errOnce = fmt.Errorf("again: %w", errOnce)
}

type printer struct{}

func (printer) Errorf(format string, arguments ...any) error { return ErrUnknown }

// Something else of this name.
func other(name string) error {
	fmt := printer{}
	return fmt.Errorf("%s", name)
}
