package gocritic

import (
	"bufio"
	"bytes"
	"io"
	"strings"
	"testing"

	"heaplint.test/peers/measure"
)

var sinks struct {
	sum    int64
	truth  bool
	number int
	data   []byte
}

func TestNothingIsSaved(t *testing.T) {
	text := strings.Repeat("a text of several words, ", 10)
	data := []byte(text)
	one := large{name: "one"}
	measure.Nothing(t, "a large parameter", func() { sinks.sum = sumOfOne(&one) }, func() { sinks.sum = one.values[3] })
	all := make([]large, 100)
	measure.Nothing(t, "a range over elements", func() { sinks.sum = sumOfElements(all) }, func() { sinks.sum = all[3].values[3] })
	w := bufio.NewWriter(io.Discard)
	measure.Nothing(t, "io.WriteString", func() { writtenByIO(w, text) }, func() { w.WriteString(text) })
	to := make([]byte, 1000)
	measure.Nothing(t, "copy", func() { copied(to, text) }, func() { copy(to, text) })
	measure.Nothing(t, "a comparison",
		func() { sinks.truth = compared(data, to) }, func() { sinks.truth = len(data) == 0 || bytes.Equal(data, to) })
	measure.Nothing(t, "a length", func() { sinks.number = lengthOf(data) }, func() { sinks.number = len(data) })
	measure.Nothing(t, "zeroes", func() { sinks.data = zeroes(1000) }, func() { sinks.data = make([]byte, 1000) })
}
