package collectonlytorange

import (
	"strconv"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	users := make(map[string]int)
	for i := range 100 {
		users["user"+strconv.Itoa(i)] = i
	}
	proof.Allocates(t, "Letters", func() int { return Letters(users) }, func() int { return LettersGood(users) })
	text := strings.Repeat("a line of text\n", len(users))
	proof.Allocates(t, "Longest", func() string { return Longest(text) }, func() string { return LongestGood(text) })
}
