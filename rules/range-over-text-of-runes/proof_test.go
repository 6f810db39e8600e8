package rangeovertextofrunes

import (
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	line := []rune(strings.Repeat("Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich. ", 3))
	proof.Allocates(t, "Words", func() int { return Words(line) }, func() int { return WordsGood(line) })
	row := Cells([]rune("│ Name │ Größe │ geändert │ Rechte │ Besitzer │"))
	proof.Allocates(t, "Border", func() []byte { return Border(row) }, func() []byte { return BorderGood(row) })
}
