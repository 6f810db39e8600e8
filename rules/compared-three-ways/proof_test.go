package comparedthreeways

import (
	"fmt"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var names []string
	var lines [][]byte
	for i := range 1000 {
		names = append(names, fmt.Sprintf("services/region-%d/name", i*7))
		lines = append(lines, []byte(names[i]))
	}
	proof.Faster(t, "Count", func() int { return Count(names, names[42]) }, func() int { return CountGood(names, names[42]) })
	proof.Faster(t, "Before", func() int { return Before(lines, lines[42]) }, func() int { return BeforeGood(lines, lines[42]) })
}
