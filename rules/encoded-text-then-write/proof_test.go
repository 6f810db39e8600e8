package encodedtextthenwrite

import (
	"crypto/sha256"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	digest := sha256.Sum256([]byte("some content"))
	sum := digest[:]
	line := make([]byte, 0, 256)
	proof.Allocates(t, "Name", func() []byte { return Name(line, sum) }, func() []byte { return NameGood(line, sum) })
	proof.Allocates(t, "Basic", func() []byte { return Basic(sum) }, func() []byte { return BasicGood(sum) })
	proof.Allocates(t, "Text", func() []byte { return Text(sum) }, func() []byte { return TextGood(sum) })
}
