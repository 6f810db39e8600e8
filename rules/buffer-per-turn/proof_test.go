package bufferperturn

import (
	"bytes"
	"fmt"
	"io"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var rows []Row
	for i := range 20 {
		rows = append(rows, Row{Name: fmt.Sprintf("row number %d", i), Values: []string{"first value", "second value", "third value"}})
	}
	wrote := func(write func(io.Writer, []Row)) func() string {
		return func() string {
			var all bytes.Buffer
			all.Grow(4096)
			write(&all, rows)
			return all.String()
		}
	}
	proof.Allocates(t, "Write", wrote(Write), wrote(WriteGood))
	proof.Allocates(t, "Labels", func() []string { return Labels(rows) }, func() []string { return LabelsGood(rows) })
}
