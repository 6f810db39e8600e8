package bufferovermemory

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"strings"
)

// Words counts words.
func Words(text string) (words int) {
	reader := bufio.NewReader(strings.NewReader(text)) // want buffer-over-memory
	before := ' '
	for {
		letter, _, err := reader.ReadRune()
		if err != nil {
			return words
		}
		if before == ' ' && letter != ' ' {
			words++
		}
		before = letter
	}
}

// Elements counts the tokens of a document.
func Elements(document []byte) (tokens int) {
	decoder := xml.NewDecoder(bufio.NewReader(bytes.NewReader(document))) // want buffer-over-memory
	for {
		if _, err := decoder.RawToken(); err != nil {
			return tokens
		}
		tokens++
	}
}
