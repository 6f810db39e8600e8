package sprintfoferror

import "strconv"

// ParseGood reads a number, or says why it is none.
func ParseGood(text string) Status {
	n, err := strconv.Atoi(text)
	if err != nil {
		return Status{Code: 400, Message: err.Error()}
	}
	return Status{Code: n}
}

// MessagesGood are the texts of what has failed.
func MessagesGood(results []error) []string {
	messages := make([]string, len(results))
	for i, err := range results {
		if err != nil {
			messages[i] = err.Error()
		}
	}
	return messages
}
