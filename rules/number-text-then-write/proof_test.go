package numbertextthenwrite

import (
	"bufio"
	"bytes"
	"fmt"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var ids []int
	var names []string
	var sums []uint64
	for i := range 100 {
		ids = append(ids, 1000+i*37)
		names = append(names, fmt.Sprintf("the name of number %d", i))
		sums = append(sums, uint64(i)<<20+1000)
	}
	proof.Allocates(t, "Join", func() []byte { return Join(ids) }, func() []byte { return JoinGood(ids) })
	wrote := func(list func(*bufio.Writer, []string)) func() string {
		return func() string {
			var all bytes.Buffer
			all.Grow(8192)
			out := bufio.NewWriter(&all)
			list(out, names)
			out.Flush()
			return all.String()
		}
	}
	proof.Allocates(t, "Names", wrote(Names), wrote(NamesGood))
	proof.Allocates(t, "Table", func() string { return Table(sums) }, func() string { return TableGood(sums) })
}
