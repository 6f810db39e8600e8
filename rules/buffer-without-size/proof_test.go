package bufferwithoutsize

import (
	"fmt"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var rows []Row
	var names []string
	var blocks [][]byte
	var numbers []int
	set := make(map[string]bool)
	for i := range 200 {
		name := fmt.Sprintf("name number %d", i)
		rows = append(rows, Row{Name: name, Value: i * 37})
		names = append(names, name)
		blocks = append(blocks, []byte(name+"\n"))
		numbers = append(numbers, i*4711)
		set[name] = i%2 == 0
	}
	proof.Allocates(t, "Encode", func() []byte { return Encode(rows) }, func() []byte { return EncodeGood(rows) })
	proof.Allocates(t, "Quoted", func() []byte { return Quoted(names) }, func() []byte { return QuotedGood(names) })
	proof.Allocates(t, "Concat", func() []byte { return Concat(blocks) }, func() []byte { return ConcatGood(blocks) })
	proof.Allocates(t, "Members", func() int { return Members(set) }, func() int { return MembersGood(set) })
	proof.Allocates(t, "Ruler", func() []byte { return Ruler(200) }, func() []byte { return RulerGood(200) })
	proof.Allocates(t, "Digits", func() []byte { return Digits(numbers) }, func() []byte { return DigitsGood(numbers) })
	document := [][]byte{[]byte(`"`)}
	for range 50 {
		document = append(document, []byte("some words of a long text "))
	}
	document = append(document, []byte(`"`))
	first := func(rest func([][]byte) (string, error)) func() string {
		return func() string {
			first, err := rest(document)
			return fmt.Sprint(first, err)
		}
	}
	proof.Allocates(t, "Rest", first(Rest), first(RestGood))
}
