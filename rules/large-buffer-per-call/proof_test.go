package largebufferpercall

import (
	"bytes"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	data := bytes.Repeat([]byte("some data to read, "), 1000)
	reader := bytes.NewReader(data)
	proof.Allocates(t, "Checksum",
		func() uint32 { reader.Reset(data); return Checksum(reader) },
		func() uint32 { reader.Reset(data); return ChecksumGood(reader) })
	proof.Allocates(t, "Block",
		func() int { reader.Reset(data); return Block(reader, 12_000, 'd') },
		func() int { reader.Reset(data); return BlockGood(reader, 12_000, 'd') })
}
