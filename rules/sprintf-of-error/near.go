package sprintfoferror

import (
	"errors"
	"fmt"
)

// It may be nil: fmt says so, a call would panic.
func maybe(err error) string { return fmt.Sprintf("%v", err) }

func either(err error) string {
	if err == nil || err.Error() == "" {
		return fmt.Sprint(err)
	}
	return ""
}

// Known of another error, and of one that may have changed since.
func other(first, second error) string {
	if first != nil {
		return fmt.Sprint(second)
	}
	return ""
}

func changed(err error, next func() error) string {
	if err != nil {
		err = next()
		return fmt.Sprint(err)
	}
	return ""
}

func later(err error) func() string {
	if err != nil {
		return func() string { return fmt.Sprint(err) }
	}
	return nil
}

type failure struct{ code int }

func (f *failure) Error() string { return "failed" }

// A type of one's own, words around it, other verbs.
func shaped(f *failure, err error) string {
	if f != nil && err != nil {
		return fmt.Sprint(f) + fmt.Sprintf("failed: %v", err) + fmt.Sprintf("%+v", err) + fmt.Sprintf("%q", err)
	}
	return errors.ErrUnsupported.Error()
}
