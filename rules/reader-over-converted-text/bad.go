package readeroverconvertedtext

import (
	"bufio"
	"bytes"
	"io"
	"strings"
)

// Lines counts the lines of a document.
func Lines(document []byte) int {
	lines := 0
	scanner := bufio.NewScanner(strings.NewReader(string(document))) // want reader-over-converted-text
	for scanner.Scan() {
		lines++
	}
	return lines
}

// Body is a request's body.
func Body(document string) io.Reader {
	return bytes.NewReader([]byte(document)) // want reader-over-converted-text
}

// Filled is a reader over what two parts make.
func Filled(head, tail []byte) io.Reader {
	var body bytes.Buffer
	body.Grow(len(head) + len(tail))
	body.Write(head)
	body.Write(tail)
	return strings.NewReader(body.String()) // want reader-over-converted-text
}

// Buffered is a document to read.
func Buffered(document []byte) io.Reader {
	return bytes.NewBufferString(string(document)) // want reader-over-converted-text
}
