package convertedthentrimmed

import "strings"

// Name is the name in a header of fixed width, filled up with zeros.
func Name(header []byte) string {
	return strings.TrimRight(string(header[:100]), "\x00") // want converted-then-trimmed
}

// Answer is what a program has printed, without the white space around it.
func Answer(output []byte) string {
	return strings.TrimSpace(string(output)) // want converted-then-trimmed
}
