package arraycopiedbyrange

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	histogram := new(Histogram)
	for i := range histogram.Counts {
		histogram.Counts[i] = int64(i % 7)
	}
	proof.Faster(t, "Sum", func() int64 { return histogram.Sum() }, func() int64 { return histogram.SumGood() })
	proof.Faster(t, "Last", func() int { return histogram.Last() }, func() int { return histogram.LastGood() })
}
