package perfguard

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"heaplint.test/peers/measure"
)

var sinks struct {
	text    string
	err     error
	data    []byte
	numbers []int
	count   int
}

func TestNothingIsSaved(t *testing.T) {
	text := strings.Repeat("a text of several words, ", 10)
	data := []byte(text)
	numbers := []int{5, 3, 8, 13, 21}
	measure.Nothing(t, "append to nothing",
		func() { sinks.numbers = copyOf(numbers) },
		func() { sinks.numbers = make([]int, len(numbers)); copy(sinks.numbers, numbers) })
	measure.Nothing(t, "Join of two", func() { sinks.text = joined(text, "end") }, func() { sinks.text = text + "/" + "end" })
	measure.Nothing(t, "errors.New of Sprintf",
		func() { sinks.err = failed(text) }, func() { sinks.err = fmt.Errorf("no file %s", text) })
	room := make([]byte, 0, 1000)
	measure.Nothing(t, "append of bytes", func() { sinks.data = appendText(room, text) }, func() { sinks.data = append(room, text...) })
	measure.Nothing(t, "binary.Write", func() { sinks.err = binaryWrite(io.Discard, data) }, func() { _, sinks.err = io.Discard.Write(data[:]) })
	var a, b [64]byte
	measure.Nothing(t, "copy of arrays", func() { arrayCopy(&a, &b) }, func() { a = b })
	names := strings.Fields(text)
	measure.Nothing(t, "a set of booleans", func() { sinks.count = set(names) }, func() {
		seen := make(map[string]struct{}, len(names))
		for _, name := range names {
			seen[name] = struct{}{}
		}
		sinks.count = len(seen)
	})
}
