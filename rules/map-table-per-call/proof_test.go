package maptablepercall

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	names := []string{"feb", "oct", "dec"}
	proof.Allocates(t, "Month", func() int { return Month(names[1]) }, func() int { return MonthGood(names[1]) })
	proof.Allocates(t, "Vowels", func() int { return Vowels(names[2]) }, func() int { return VowelsGood(names[2]) })
}
