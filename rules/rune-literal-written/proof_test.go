package runeliteralwritten

import (
	"bufio"
	"fmt"
	"io"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	out := bufio.NewWriter(io.Discard)
	rulers := func(rulers func(out *bufio.Writer, lines, columns int)) func() int {
		return func() int {
			rulers(out, 4, 20)
			return out.Size()
		}
	}
	proof.Faster(t, "Rulers", rulers(Rulers), rulers(RulersGood))
	var names []string
	for i := range 100 {
		names = append(names, fmt.Sprintf("name-%d", i*37))
	}
	proof.Faster(t, "Join", func() string { return Join(names) }, func() string { return JoinGood(names) })
}
