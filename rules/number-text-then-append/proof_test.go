package numbertextthenappend

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	point := Point{Name: "requests answered with status 200", Count: 4711, Sum: 1 << 45}
	line := make([]byte, 0, 256)
	proof.Allocates(t, "Encode", func() []byte { return Encode(line, point) }, func() []byte { return EncodeGood(line, point) })
}
