package queueresliced

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	values, floats := make([]int, 10_000), make([]float64, 10_000)
	for i := range values {
		values[i], floats[i] = i*7%100, float64(i*7%100)
	}
	proof.Allocates(t, "Delayed", func() int { return Delayed(values, 20) }, func() int { return DelayedGood(values, 20) })
	proof.Allocates(t, "Smooth", func() float64 { return Smooth(floats, 50) }, func() float64 { return SmoothGood(floats, 50) })
}
