package copythroughreader

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	text := strings.Repeat("text ", 100)
	body := []byte(text)
	var out bytes.Buffer
	var w io.Writer = &out
	send := func(f func(io.Writer, []byte) error) func() string {
		return func() string {
			out.Reset()
			if err := f(w, body); err != nil {
				panic(err)
			}
			return out.String()
		}
	}
	greet := func(f func(io.Writer, string) (int64, error)) func() int64 {
		return func() int64 {
			out.Reset()
			n, err := f(w, text)
			if err != nil {
				panic(err)
			}
			return n
		}
	}
	proof.Allocates(t, "Send", send(Send), send(SendGood))
	proof.Allocates(t, "Greet", greet(Greet), greet(GreetGood))
}
