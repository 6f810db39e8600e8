package sprintfinfmt

import (
	"fmt"
	"io"
)

// UnreachableGood is an error about an address.
func UnreachableGood(host string, port int) error {
	return fmt.Errorf("cannot reach %s:%d", host, port) // want error-formatted-per-call
}

// ReportGood writes what a job has done.
func ReportGood(w io.Writer, name string, done, all int) {
	fmt.Fprintf(w, "%s: %d of %d\n", name, done, all)
}

// WrongGood is an error about a value.
func WrongGood(value any) error {
	return fmt.Errorf("wrong value %v", value) // want error-formatted-per-call
}
