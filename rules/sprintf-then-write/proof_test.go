package sprintfthenwrite

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"testing"

	"heaplint.test/rules/proof"
)

func scores() []Score {
	var scores []Score
	for i := range 50 {
		scores = append(scores, Score{Name: fmt.Sprintf("player number %d", i), Points: i * 137})
	}
	return scores
}

// wrote is what a function writes.
func wrote(write func(w io.Writer)) string {
	var out bytes.Buffer
	out.Grow(4096)
	write(&out)
	return out.String()
}

func TestProof(t *testing.T) {
	list := scores()
	proof.Allocates(t, "Table", func() string { return Table(list) }, func() string { return TableGood(list) })
	proof.Allocates(t, "Send",
		func() string { return wrote(func(w io.Writer) { Send(w, list) }) },
		func() string { return wrote(func(w io.Writer) { SendGood(w, list) }) })
	log := func(log func(*bufio.Writer, []Score)) string {
		return wrote(func(w io.Writer) {
			out := bufio.NewWriter(w)
			log(out, list)
			out.Flush()
		})
	}
	proof.Allocates(t, "Log", func() string { return log(Log) }, func() string { return log(LogGood) })
	proof.Allocates(t, "Header",
		func() string { return wrote(func(w io.Writer) { Header(w, list[7].Name, 712) }) },
		func() string { return wrote(func(w io.Writer) { HeaderGood(w, list[7].Name, 712) }) })
	var values []any
	for i := range 20 {
		values = append(values, i*1000, list[i].Name)
	}
	proof.Allocates(t, "Join", func() []byte { return Join(values) }, func() []byte { return JoinGood(values) })
}
