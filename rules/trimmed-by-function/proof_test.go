package trimmedbyfunction

import (
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var lines []string
	var data [][]byte
	for i := range 200 {
		lines = append(lines, strings.Repeat(" ", i%9)+"a line of some text"+strings.Repeat(" ", i%5)+"\n")
		data = append(data, []byte(lines[i]))
	}
	proof.Faster(t, "Width", func() int { return Width(lines) }, func() int { return WidthGood(lines) })
	proof.Faster(t, "Bytes", func() int { return Bytes(data) }, func() int { return BytesGood(data) })
}
