package sprintfinfmt

import (
	"fmt"
	"io"
)

// Unreachable is an error about an address.
func Unreachable(host string, port int) error {
	return fmt.Errorf("cannot reach %s", fmt.Sprintf("%s:%d", host, port)) // want sprintf-in-fmt error-formatted-per-call
}

// Report writes what a job has done.
func Report(w io.Writer, name string, done, all int) {
	fmt.Fprintf(w, "%s: %s\n", name, fmt.Sprintf("%d of %d", done, all)) // want sprintf-in-fmt
}

// Wrong is an error about a value.
func Wrong(value any) error {
	return fmt.Errorf("wrong value %s", fmt.Sprint(value)) // want sprintf-in-fmt error-formatted-per-call
}
