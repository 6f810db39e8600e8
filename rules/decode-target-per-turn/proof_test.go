package decodetargetperturn

import (
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	lines, words := make([][]byte, 50), make([]string, 50)
	for i := range lines {
		number := strconv.Itoa(1000 * i)
		words[i] = number + " kg"
		lines[i] = []byte(`{"X": ` + number + `, "Y": 2}`)
	}
	proof.Allocates(t, "Points", func() []Point { return Points(lines) }, func() []Point { return PointsGood(lines) })
	proof.Allocates(t, "Sum", func() int { return Sum(words) }, func() int { return SumGood(words) })
}
