package readeroverconvertedtext

import (
	"bufio"
	"bytes"
	"io"
	"strings"
)

// LinesGood counts the lines of a document.
func LinesGood(document []byte) int {
	lines := 0
	scanner := bufio.NewScanner(bytes.NewReader(document))
	for scanner.Scan() {
		lines++
	}
	return lines
}

// BodyGood is a request's body.
func BodyGood(document string) io.Reader {
	return strings.NewReader(document)
}

// FilledGood is a reader over what two parts make.
func FilledGood(head, tail []byte) io.Reader {
	var body bytes.Buffer
	body.Grow(len(head) + len(tail))
	body.Write(head)
	body.Write(tail)
	return bytes.NewReader(body.Bytes())
}

// BufferedGood is a document to read.
func BufferedGood(document []byte) io.Reader {
	return bytes.NewBuffer(bytes.Clone(document))
}
