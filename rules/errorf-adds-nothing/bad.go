package errorfaddsnothing

import (
	"fmt"
	"strconv"
	"strings"
)

// Parse reads a number.
func Parse(text string) (int, error) {
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0, fmt.Errorf("%w", err) // want errorf-adds-nothing error-formatted-per-call
	}
	return n, nil
}

// Join makes one error of many.
func Join(messages []string) error {
	return fmt.Errorf("%s", strings.Join(messages, "; ")) // want errorf-adds-nothing error-formatted-per-call
}
