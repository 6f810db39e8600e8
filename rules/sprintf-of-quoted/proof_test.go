package sprintfofquoted

import (
	"fmt"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var fields []string
	names := map[int]string{}
	for i := range 20 {
		fields = append(fields, fmt.Sprintf("field number %d", i))
		names[i] = fields[i]
	}
	proof.Allocates(t, "Record", func() []string { return Record(fields) }, func() []string { return RecordGood(fields) })
	proof.Allocates(t, "Tag", func() string { return Tag(names, 7) }, func() string { return TagGood(names, 7) })
}
