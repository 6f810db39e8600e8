package digestthroughhash

import (
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	text := strings.Repeat("text ", 20)
	data := []byte(text)
	proof.Allocates(t, "Name", func() string { return Name(data) }, func() string { return NameGood(data) })
	proof.Allocates(t, "Key", func() string { return Key(text) }, func() string { return KeyGood(text) })
}
