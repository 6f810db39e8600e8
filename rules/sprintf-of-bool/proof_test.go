package sprintfofbool

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var numbers []int
	known := map[string]bool{}
	for i := range 40 {
		numbers = append(numbers, i)
		known[string(rune('a'+i))] = i%3 == 0
	}
	proof.Allocates(t, "Field", func() string { return Field(known["a"]) }, func() string { return FieldGood(known["a"]) })
	proof.Allocates(t, "Labels", func() []string { return Labels(numbers) }, func() []string { return LabelsGood(numbers) })
	proof.Allocates(t, "Value", func() string { return Value(known, "b") }, func() string { return ValueGood(known, "b") })
}
