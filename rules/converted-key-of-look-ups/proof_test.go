package convertedkeyoflookups

import (
	"bytes"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	names := make([][]byte, 20)
	active, archived := make(map[string]int), make(map[string]int)
	first, second := make(map[string]bool), make(map[string]bool)
	for i := range names {
		names[i] = append(bytes.Repeat([]byte("name "), 8), byte('a'+i))
		first[string(names[i])] = true
		archived[string(names[i])] = i
	}
	proof.Allocates(t, "Find", func() int { return Find(names[3], active, archived) }, func() int { return FindGood(names[3], active, archived) })
	proof.Allocates(t, "Both", func() int { return Both(names, first, second) }, func() int { return BothGood(names, first, second) })
	proof.Allocates(t, "Points", func() int { return Points(names[3], active, archived) }, func() int { return PointsGood(names[3], active, archived) })
}
