package largeelementcopied

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	accounts := make([]Account, 1000)
	for i := range accounts {
		accounts[i].ID, accounts[i].Closed = int64(i), i%3 == 0
		accounts[i].Months[7] = int64(i) * 100
	}
	proof.Faster(t, "Sum", func() int64 { return Sum(accounts, 7) }, func() int64 { return SumGood(accounts, 7) })
	proof.Faster(t, "Open", func() []int64 { return Open(accounts) }, func() []int64 { return OpenGood(accounts) })
}
