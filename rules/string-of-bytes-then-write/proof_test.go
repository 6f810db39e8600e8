package stringofbytesthenwrite

import (
	"bufio"
	"bytes"
	"io"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

// wrote is what a function writes.
func wrote(write func(w io.Writer)) string {
	var out bytes.Buffer
	out.Grow(8192)
	write(&out)
	return out.String()
}

func TestProof(t *testing.T) {
	body := []byte(strings.Repeat(" a line of some forty bytes, give or take \n", 50))
	list := bytes.Split(bytes.TrimSpace(body), []byte("\n"))
	proof.Allocates(t, "Join", func() string { return Join(list) }, func() string { return JoinGood(list) })
	proof.Allocates(t, "Send",
		func() string { return wrote(func(w io.Writer) { Send(w, body) }) },
		func() string { return wrote(func(w io.Writer) { SendGood(w, body) }) })
	lines := func(lines func(*bufio.Writer, [][]byte)) string {
		return wrote(func(w io.Writer) {
			out := bufio.NewWriter(w)
			lines(out, list)
			out.Flush()
		})
	}
	proof.Allocates(t, "Lines", func() string { return lines(Lines) }, func() string { return lines(LinesGood) })
	proof.Allocates(t, "Print",
		func() string { return wrote(func(w io.Writer) { Print(w, Document(body)) }) },
		func() string { return wrote(func(w io.Writer) { PrintGood(w, Document(body)) }) })
	spelled := func(spell func(*bufio.Writer, []rune)) string {
		return wrote(func(w io.Writer) {
			out := bufio.NewWriter(w)
			spell(out, []rune("größer als früher"))
			out.Flush()
		})
	}
	proof.Allocates(t, "Spell", func() string { return spelled(Spell) }, func() string { return spelled(SpellGood) })
}
