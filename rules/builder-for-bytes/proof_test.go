package builderforbytes

import (
	"fmt"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var rows []string
	for i := range 50 {
		rows = append(rows, fmt.Sprintf("a row of a document, number %d", i))
	}
	proof.Allocates(t, "Document", func() []byte { return Document(rows) }, func() []byte { return DocumentGood(rows) })
	proof.Allocates(t, "Key", func() []byte { return Key(rows[7], 1234) }, func() []byte { return KeyGood(rows[7], 1234) })
}
