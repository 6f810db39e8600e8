package errorfaddsnothing

import "fmt"

// Words around it, or several values.
func added(err error, name string) error {
	if name == "" {
		return fmt.Errorf("cannot open: %w", err) // want error-formatted-per-call
	}
	if err == nil {
		return fmt.Errorf("%s: %s", name, "not found") // want error-formatted-per-call
	}
	return fmt.Errorf("%s: %w", name, err) // want error-formatted-per-call
}

type code int

func (c code) String() string { return "code" }

// Something whose text must be made.
func made(c code, value any, n int) error {
	if n > 0 {
		return fmt.Errorf("%v", value) // want error-formatted-per-call
	}
	return fmt.Errorf("%s", c) // want error-formatted-per-call
}

type reporter struct{}

func (reporter) Errorf(format string, err error) error { return nil }

// Something else of the package's name.
func shadowed(err error) error {
	fmt := reporter{}
	return fmt.Errorf("%w", err)
}
