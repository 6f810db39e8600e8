package numbertextthenappend

import (
	"math/big"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	point := Point{Name: "requests answered with status 200", Count: 4711, Sum: 1 << 45}
	line := make([]byte, 0, 256)
	proof.Allocates(t, "Encode", func() []byte { return Encode(line, point) }, func() []byte { return EncodeGood(line, point) })
	sum := new(big.Int).Exp(big.NewInt(7), big.NewInt(90), nil)
	proof.Allocates(t, "Total", func() []byte { return Total(line, sum) }, func() []byte { return TotalGood(line, sum) })
}
