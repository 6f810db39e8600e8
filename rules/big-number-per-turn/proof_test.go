package bignumberperturn

import (
	"math/big"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	n := int64(4 * len(t.Name()))
	var amounts []*big.Rat
	for i := range n {
		amounts = append(amounts, big.NewRat(i, 100))
	}
	proof.Allocates(t, "Factorial", func() string { return Factorial(n) }, func() string { return FactorialGood(n) })
	proof.Allocates(t, "Total", func() float64 { return Total(amounts) }, func() float64 { return TotalGood(amounts) })
}
