package errorfaddsnothing

import (
	"errors"
	"strconv"
	"strings"
)

// ParseGood reads a number.
func ParseGood(text string) (int, error) {
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0, err
	}
	return n, nil
}

// JoinGood makes one error of many.
func JoinGood(messages []string) error {
	return errors.New(strings.Join(messages, "; "))
}
