package bufferovermemory

import (
	"bytes"
	"encoding/xml"
	"strings"
)

// WordsGood counts words.
func WordsGood(text string) (words int) {
	reader := strings.NewReader(text)
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

// ElementsGood counts the tokens of a document.
func ElementsGood(document []byte) (tokens int) {
	decoder := xml.NewDecoder(bytes.NewReader(document))
	for {
		if _, err := decoder.RawToken(); err != nil {
			return tokens
		}
		tokens++
	}
}
