package unsafebeyondarray

import (
	"testing"

	"heaplint.test/rules/proof"
)

// The arrays lie on the heap, since what looks at them is kept: -d=checkptr knows the blocks of the heap alone.
var (
	kept      []byte
	keptText  string
	keptPairs []*int
	keptHalf  []uint32
)

func TestProof(t *testing.T) {
	block, numbers := new([16]byte), [2]uint64{1, 2}
	proof.Refused(t, "Key", func() { kept = Key(1) }, func() { kept = KeyGood(1) })
	proof.Refused(t, "Octets", func() { kept = Octets(numbers) }, func() { kept = OctetsGood(numbers) })
	proof.Refused(t, "Tail", func() { keptText = Tail(block) }, func() { keptText = TailGood(block) })
	proof.Refused(t, "Double", func() { keptPairs = Double(nil) }, func() { keptPairs = DoubleGood(nil) })
	proof.Refused(t, "Halves", func() { keptHalf = Halves(1, 2) }, func() { keptHalf = HalvesGood(1, 2) })
}
