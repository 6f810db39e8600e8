package convertedthentrimmed

import "bytes"

// NameGood is the name in a header of fixed width, filled up with zeros.
func NameGood(header []byte) string {
	return string(bytes.TrimRight(header[:100], "\x00"))
}

// AnswerGood is what a program has printed, without the white space around it.
func AnswerGood(output []byte) string {
	return string(bytes.TrimSpace(output))
}
