package deferinloop

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	accounts, names := make([]*Account, 50), make([]string, 50)
	for i := range accounts {
		accounts[i] = &Account{cents: i}
		names[i] = "somebody"
	}
	proof.Allocates(t, "Sum", func() int { return Sum(accounts) }, func() int { return SumGood(accounts) })
	called := 0
	done := func(string) { called++ }
	proof.Allocates(t, "Note", func() int { return Note(names, done) }, func() int { return NoteGood(names, done) })
}
