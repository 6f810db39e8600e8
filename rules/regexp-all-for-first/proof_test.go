package regexpallforfirst

import (
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	text := strings.Repeat("a line of text with id=1234\n", 20)
	proof.Allocates(t, "First", func() string { return First(text) }, func() string { return FirstGood(text) })
	proof.Allocates(t, "Digits", func() []byte { return Digits([]byte(text)) }, func() []byte { return DigitsGood([]byte(text)) })
}
