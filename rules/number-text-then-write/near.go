package numbertextthenwrite

import (
	"bufio"
	"bytes"
	"io"
	"strconv"
)

// Once: it reads better, and costs a few bytes.
func header(out *bytes.Buffer, n int) {
	out.WriteString("Content-Length: ")
	out.WriteString(strconv.Itoa(n))
}

// The text is used twice, or is a part of another one.
func kept(out *bufio.Writer, ids []int) []string {
	texts := make([]string, 0, len(ids))
	for _, id := range ids {
		text := strconv.Itoa(id)
		out.WriteString(text)
		out.WriteString("#" + strconv.Itoa(id)) // want concat-then-write
		texts = append(texts, text)
	}
	return texts
}

// A few turns.
func few(out *bufio.Writer) {
	for _, part := range []int{1, 26, 8} {
		out.WriteString(strconv.Itoa(part))
	}
}

// No room to lend behind an interface.
func behind(w io.StringWriter, ids []int) {
	for _, id := range ids {
		w.WriteString(strconv.Itoa(id))
	}
}

// A word that is there already.
func words(out *bufio.Writer, flags []bool) {
	for _, flag := range flags {
		out.WriteString(strconv.FormatBool(flag))
	}
}
