package sprintftobytes

import (
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	bucket := strings.Repeat("photos", 3)
	proof.Allocates(t, "Key", func() []byte { return Key(bucket, 47110) }, func() []byte { return KeyGood(bucket, 47110) })
	values := []any{bucket, 1234, "handled"}
	proof.Allocates(t, "Line", func() []byte { return Line(values...) }, func() []byte { return LineGood(values...) })
}
