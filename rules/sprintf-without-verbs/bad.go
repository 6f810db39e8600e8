package sprintfwithoutverbs

import "fmt"

// Reason says why a request was refused.
func Reason(known bool) string {
	if known {
		return fmt.Sprintf("the token has expired") // want sprintf-without-verbs
	}
	return fmt.Sprint("the token is not known") // want sprintf-without-verbs
}
