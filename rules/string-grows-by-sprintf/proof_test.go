package stringgrowsbysprintf

import (
	"fmt"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var sums []Sum
	var numbers []int
	for i := range 20 {
		sums = append(sums, Sum{Name: fmt.Sprintf("thing number %d", i), Cents: i * 137})
		numbers = append(numbers, i*4711)
	}
	proof.Allocates(t, "Bill", func() string { return Bill(sums) }, func() string { return BillGood(sums) })
	proof.Allocates(t, "Numbers", func() string { return Numbers(numbers) }, func() string { return NumbersGood(numbers) })
}
