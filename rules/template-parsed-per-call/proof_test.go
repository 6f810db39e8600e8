package templateparsedpercall

import (
	"bytes"
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	mail := &Mail{Name: "reader " + strconv.Itoa(len(t.Name()))}
	for i := range 20 {
		mail.Lines = append(mail.Lines, "line "+strconv.Itoa(i))
	}
	written := func(write func(*bytes.Buffer) error) func() string {
		return func() string {
			var out bytes.Buffer
			if err := write(&out); err != nil {
				return err.Error()
			}
			return out.String()
		}
	}
	proof.Allocates(t, "Mail.Write", written(func(out *bytes.Buffer) error { return mail.Write(out) }),
		written(func(out *bytes.Buffer) error { return mail.WriteGood(out) }))
	proof.Allocates(t, "Mail.Greeting", mail.Greeting, mail.GreetingGood)
}
