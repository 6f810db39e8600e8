package poolofvalues

import (
	"bytes"
	"io"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var out bytes.Buffer
	name := "name of " + t.Name()
	written := func(write func(io.Writer, int, string) error) func() string {
		return func() string {
			out.Reset()
			if err := write(&out, 12345, name); err != nil {
				return err.Error()
			}
			return out.String()
		}
	}
	proof.Allocates(t, "Write", written(Write), written(WriteGood))
}
