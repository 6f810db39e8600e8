package regexpcompiledpercall

import (
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var lines []string
	for i := range 100 {
		lines = append(lines, "word"+strconv.Itoa(i), "word")
	}
	line := lines[40] + " id=" + strconv.Itoa(len(lines)) + "  and   more"
	type result struct {
		text string
		err  error
	}
	proof.Allocates(t, "ID", func() string { return ID(line) }, func() string { return IDGood(line) })
	proof.Allocates(t, "Names", func() []string { return Names(lines) }, func() []string { return NamesGood(lines) })
	proof.Allocates(t, "Squeeze", func() result { text, err := Squeeze(line); return result{text, err} },
		func() result { text, err := SqueezeGood(line); return result{text, err} })
	proof.Allocates(t, "Dated", func() bool { return Dated([]byte(line)) }, func() bool { return DatedGood([]byte(line)) })
}
