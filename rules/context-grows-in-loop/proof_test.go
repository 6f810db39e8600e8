package contextgrowsinloop

import (
	"context"
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var items []string
	for i := range 200 {
		items = append(items, "item "+strconv.Itoa(i))
	}
	ctx := context.WithValue(context.Background(), userKey{}, "user of "+t.Name())
	proof.Faster(t, "Length", func() int { return Length(ctx, items) }, func() int { return LengthGood(ctx, items) })
	proof.Faster(t, "Lengths", func() int { return Lengths(ctx, items) }, func() int { return LengthsGood(ctx, items) })
}
