package sprintfoffloat

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var samples []float64
	for i := range 40 {
		samples = append(samples, float64(i)*1.37e5/7)
	}
	proof.Allocates(t, "Price", func() string { return Price(samples[7]) }, func() string { return PriceGood(samples[7]) })
	proof.Allocates(t, "Values", func() []string { return Values(samples) }, func() []string { return ValuesGood(samples) })
	part, whole := float32(samples[3]), float32(samples[17])
	proof.Allocates(t, "Ratio", func() string { return Ratio(part, whole) }, func() string { return RatioGood(part, whole) })
}
