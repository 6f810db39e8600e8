package scannerbufferatmaximum

import (
	"io"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	text := strings.Repeat("a line of text of an ordinary length\n", 1000)
	count := func(f func(io.Reader) (int, error)) func() int {
		return func() int {
			count, err := f(strings.NewReader(text))
			if err != nil {
				panic(err)
			}
			return count
		}
	}
	proof.Allocates(t, "Lines", count(Lines), count(LinesGood))
	proof.Allocates(t, "Longest", count(Longest), count(LongestGood))
}
