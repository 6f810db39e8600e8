package bytesstringroundtrip

import (
	"fmt"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var lines []string
	for i := range 20 {
		lines = append(lines, fmt.Sprintf("X-Header-Number-%d-With-A-Longer-Name: value %d", i, i))
	}
	proof.Allocates(t, "Parse", func() []Header { return Parse(lines) }, func() []Header { return ParseGood(lines) })
	value := []byte("a value of some forty bytes, give or take")
	proof.Allocates(t, "Copy", func() []byte { return Copy(value) }, func() []byte { return CopyGood(value) })
	headers := Parse(lines)
	proof.Allocates(t, "Body", func() []byte { return Body(headers) }, func() []byte { return BodyGood(headers) })
	line := make([]byte, 0, 100)
	proof.Allocates(t, "Behind", func() []byte { return Behind(line, value) }, func() []byte { return BehindGood(line, value) })
	proof.Allocates(t, "Small", func() []byte { return Small(value) }, func() []byte { return SmallGood(value) })
}
