package stringreadasslice

import (
	"testing"
	"unsafe"

	"heaplint.test/rules/proof"
)

var sink any

func TestProof(t *testing.T) {
	// A text whose header lies on the heap, alone in its block.
	text := new(string)
	*text = "text of " + t.Name()
	sink = text
	named := (*Named)(unsafe.Pointer(text))
	// The capacity of a slice over a text must be its length: there is nothing behind it that the slice may use.
	proof.Wrong(t, "Bytes", len(*text), func() int { return cap(Bytes(*text)) }, func() int { return cap(BytesGood(*text)) })
	proof.Refused(t, "Sum", func() { sink = Sum(named) }, func() { sink = SumGood(named) })
}
