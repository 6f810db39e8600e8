package sprintfoferror

import (
	"fmt"
	"strconv"
)

// Status is what a client is told.
type Status struct {
	Code    int
	Message string
}

// Parse reads a number, or says why it is none.
func Parse(text string) Status {
	n, err := strconv.Atoi(text)
	if err != nil {
		return Status{Code: 400, Message: fmt.Sprintf("%v", err)} // want sprintf-of-error
	}
	return Status{Code: n}
}

// Messages are the texts of what has failed.
func Messages(results []error) []string {
	messages := make([]string, len(results))
	for i, err := range results {
		if err != nil {
			messages[i] = fmt.Sprint(err) // want sprintf-of-error
		}
	}
	return messages
}
