package mirror

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"heaplint.test/peers/measure"
)

var (
	text   = strings.Repeat("a text of several words, ", 10)
	part   = "several words, a text of several words, a text"
	letter = 'ä'
	sinks  struct {
		number int
		truth  bool
		buffer *bytes.Buffer
	}
)

func TestNothingIsSaved(t *testing.T) {
	var buffer bytes.Buffer
	buffer.Grow(1 << 20)
	write := func(name string, reported, cure func()) {
		measure.Nothing(t, name, func() { buffer.Reset(); reported() }, func() { buffer.Reset(); cure() })
	}
	write("Buffer.Write", func() { bufferWrite(&buffer, text) }, func() { buffer.WriteString(text) })
	write("Buffer.WriteString of a rune", func() { bufferRune(&buffer, letter) }, func() { buffer.WriteRune(letter) })
	measure.Nothing(t, "Builder.Write",
		func() { var b strings.Builder; builderWrite(&b, text); sinks.number = b.Len() },
		func() { var b strings.Builder; b.WriteString(text); sinks.number = b.Len() })
	measure.Nothing(t, "Builder.WriteString of a rune",
		func() { var b strings.Builder; builderRune(&b, letter); sinks.number = b.Len() },
		func() { var b strings.Builder; b.WriteRune(letter); sinks.number = b.Len() })

	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	measure.Nothing(t, "File.Write of a constant",
		func() { fileWriteConstant(null) },
		func() { null.WriteString("a line of constant text that is longer than a few words\n") })

	measure.Nothing(t, "NewBuffer",
		func() { sinks.buffer = newBuffer(text) }, func() { sinks.buffer = bytes.NewBufferString(text) })
	measure.Nothing(t, "NewBuffer of a constant",
		func() { sinks.buffer = newBufferOfConstant() },
		func() { sinks.buffer = bytes.NewBufferString(`{"name": "a document of some length"}`) })

	measure.Nothing(t, "EqualFold",
		func() { sinks.truth = equalFold(text, part) }, func() { sinks.truth = strings.EqualFold(text, part) })
	measure.Nothing(t, "HasPrefix, HasSuffix",
		func() { sinks.truth = ends(text, part) },
		func() { sinks.truth = strings.HasPrefix(text, part) || strings.HasSuffix(text, part) })
	measure.Nothing(t, "IndexFunc",
		func() { sinks.number = indexFunc(text) },
		func() { sinks.number = strings.IndexFunc(text, unicode.IsSpace) })
	measure.Nothing(t, "LastIndex",
		func() { sinks.number = lastIndex(text, part) }, func() { sinks.number = strings.LastIndex(text, part) })
	measure.Nothing(t, "DecodeRune",
		func() { _, sinks.truth = decode(text) }, func() { sinks.truth = utf8.FullRuneInString(text) })
	measure.Nothing(t, "RuneCount",
		func() { sinks.number, sinks.truth = runeCount(text) },
		func() { sinks.number, sinks.truth = utf8.RuneCountInString(text), utf8.ValidString(text) })
	measure.Nothing(t, "Contains of a rune",
		func() { sinks.truth = bornToRune(letter) }, func() { sinks.truth = strings.ContainsRune("abc", letter) })
}
