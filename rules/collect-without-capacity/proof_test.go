package collectwithoutcapacity

import (
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	users := make(map[string]int)
	for i := range 200 {
		users["user"+strconv.Itoa(i)] = i
	}
	proof.Allocates(t, "Names", func() []string { return Names(users) }, func() []string { return NamesGood(users) })
	proof.Allocates(t, "Sum", func() int { return Sum(users) }, func() int { return SumGood(users) })
}
