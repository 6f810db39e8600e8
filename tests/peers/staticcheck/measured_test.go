package staticcheck

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"

	"heaplint.test/peers/measure"
)

var sinks struct {
	text  string
	err   error
	truth bool
}

func TestNothingIsSaved(t *testing.T) {
	buffer := bytes.NewBufferString(strings.Repeat("a text of several words, ", 10))
	measure.Nothing(t, "string(buffer.Bytes())",
		func() { sinks.text = string(buffer.Bytes()) }, func() { sinks.text = buffer.String() })
	name := strings.Repeat("some/name", 3)
	measure.Nothing(t, "errors.New of Sprintf",
		func() { sinks.err = newOfSprintf(name) }, func() { sinks.err = fmt.Errorf("no file %s", name) })
	header := http.Header{"X-Request-Id": {"17"}}
	measure.Nothing(t, "CanonicalHeaderKey",
		func() { sinks.text = canonical(header, "x-request-id") }, func() { sinks.text = header.Get("x-request-id") })
	measure.Nothing(t, "Index and Contains",
		func() { sinks.truth = style(name, "name") }, func() { sinks.truth = strings.Contains(name, "name") })
	var pool sync.Pool
	var w io.Writer = buffer
	measure.Nothing(t, "an interface put into a pool", func() { pool.Put(w); pool.Get() }, func() { pool.Put(buffer); pool.Get() })
}
