package readbufferperturn

import (
	"bytes"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	records := bytes.Repeat([]byte{0, 0, 1, 7}, 50)
	proof.Allocates(t, "Records",
		func() int { sum, _ := Records(bytes.NewReader(records)); return sum },
		func() int { sum, _ := RecordsGood(bytes.NewReader(records)); return sum })
	text := bytes.Repeat([]byte("a line of text\n"), 400)
	proof.Allocates(t, "Letters",
		func() int { counts := Letters(bytes.NewReader(text)); return counts['e'] },
		func() int { counts := LettersGood(bytes.NewReader(text)); return counts['e'] })
}
