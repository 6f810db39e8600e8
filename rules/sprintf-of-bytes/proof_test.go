package sprintfofbytes

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	content := []byte("some content that is to be found by its digest")
	proof.Allocates(t, "Digest", func() string { return Digest(content) }, func() string { return DigestGood(content) })
	proof.Allocates(t, "Identifier",
		func() string { return Identifier(content[:16]) }, func() string { return IdentifierGood(content[:16]) },
		proof.Since(25)) // Before, hex.EncodeToString makes its buffer on the heap.
	proof.Allocates(t, "Text", func() string { return Text(content) }, func() string { return TextGood(content) })
	address := [6]byte(content[:6])
	proof.Allocates(t, "Hardware", func() string { return Hardware(address) }, func() string { return HardwareGood(address) })
}
