package perfsprint

import (
	"errors"
	"fmt"
	"io"
)

// errorf: `fmt.Errorf("text")` without a value
func refused() error {
	return fmt.Errorf("refused") // with a profile error-made-per-call
}

// errorf: a text in a variable
func refusedWith(text string) error {
	format := text + "!"
	return fmt.Errorf(format, format) // with a profile error-formatted-per-call
}

// err-error: `fmt.Sprintf("%s", err)`, `%v` and `fmt.Sprint` of an error (off by default in perfsprint)
func textOf(err error) []string {
	return []string{
		fmt.Sprintf("%s", err), // with a profile sprintf-of-error
		fmt.Sprint(err),        // with a profile sprintf-of-error
	}
}

// err-error: the same behind `if err != nil`
func textOfFailure(err error) string {
	if err != nil {
		return fmt.Sprintf("%v", err) + fmt.Sprint(err) // want sprintf-of-error
	}
	return ""
}

var errClosed = errors.New("closed")

// err-error: an error that is known not to be nil
func textOfKnown() string {
	return fmt.Sprint(errClosed) + fmt.Sprintf("%v", io.EOF) // with a profile sprintf-of-error
}

// errorf: a value in the text, which perfsprint leaves alone
func wrapped(name string) error {
	return fmt.Errorf("no file %s", name) // with a profile error-formatted-per-call
}
