package concatthenwrite

import (
	"bufio"
	"bytes"
	"fmt"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var fields []Field
	var names []string
	for i := range 20 {
		fields = append(fields, Field{Name: fmt.Sprintf("X-Header-%d", i), Value: fmt.Sprintf("value %d", i)})
		names = append(names, fmt.Sprintf("some-file-number-%d.go", i))
	}
	header := func(header func(*bufio.Writer, []Field)) func() string {
		return func() string {
			var all bytes.Buffer
			all.Grow(4096)
			out := bufio.NewWriter(&all)
			header(out, fields)
			out.Flush()
			return all.String()
		}
	}
	proof.Allocates(t, "Header", header(Header), header(HeaderGood))
	root := "/usr/local/src"
	proof.Allocates(t, "List", func() string { return List(root, names) }, func() string { return ListGood(root, names) })
	below := func(below func(*bufio.Writer, string, []string)) func() string {
		return header(func(out *bufio.Writer, fields []Field) { below(out, root, names) })
	}
	proof.Allocates(t, "Below", below(Below), below(BelowGood))
}
