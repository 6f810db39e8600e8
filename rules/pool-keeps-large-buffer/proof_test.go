package poolkeepslargebuffer

import (
	"bytes"
	"strings"
	"sync"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	texts := []string{"small", strings.Repeat("a large document, ", 4000), "small"}
	proof.Keeps(t, "Render",
		func() *bytes.Buffer { return Render(newPool(), texts) },
		func() *bytes.Buffer { return RenderGood(newPool(), texts) },
		proof.SameBy(func(bad, good *bytes.Buffer) bool { return bad.String() == good.String() }))
}

func newPool() *sync.Pool {
	return &sync.Pool{New: func() any { return new(bytes.Buffer) }}
}
