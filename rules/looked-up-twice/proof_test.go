package lookeduptwice

import (
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	names := make([]string, 200)
	counts, users, next := make(map[string]int), make(map[string][]int), make(map[string]string)
	for i := range names {
		names[i] = "user" + strconv.Itoa(i)
		counts[names[i]] = i
		users[names[i]] = []int{i}
		next[names[i]] = "user" + strconv.Itoa(i+1)
	}
	proof.Faster(t, "Sum", func() int { return Sum(names, counts) }, func() int { return SumGood(names, counts) })
	proof.Faster(t, "Known", func() [][]int { return Known(names, users) }, func() [][]int { return KnownGood(names, users) })
	proof.Faster(t, "Links", func() int { return Links(names[0], next) }, func() int { return LinksGood(names[0], next) })
	proof.Faster(t, "Total", func() int { return Total(names, counts) }, func() int { return TotalGood(names, counts) })
}
