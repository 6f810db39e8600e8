package sprintfthenlog

import (
	"bytes"
	"fmt"
	"log"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	logged := func(write func(*log.Logger)) func() string {
		return func() string {
			var out bytes.Buffer
			out.Grow(4096)
			write(log.New(&out, "", 0))
			return out.String()
		}
	}
	name := t.Name()
	proof.Allocates(t, "Took",
		logged(func(logger *log.Logger) { Took(logger, name, 4711) }),
		logged(func(logger *log.Logger) { TookGood(logger, name, 4711) }))
	left := map[string]int{}
	var names []string
	for i := range 20 {
		names = append(names, fmt.Sprintf("job %d", i))
		left[names[i]] = i * 1000
	}
	proof.Allocates(t, "Lines",
		logged(func(logger *log.Logger) { Lines(logger, left, names) }),
		logged(func(logger *log.Logger) { LinesGood(logger, left, names) }))
}
