package headerkeynotcanonical

import (
	"net/http"
	"net/textproto"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	r := &http.Request{Header: http.Header{"X-Correlation-Id": {"a"}}}
	mail := textproto.MIMEHeader{"List-Id": {"go"}}
	header := http.Header{}
	proof.Allocates(t, "Request", func() string { return Request(r) }, func() string { return RequestGood(r) })
	proof.Allocates(t, "Secure", func() http.Header { Secure(header); return header }, func() http.Header { SecureGood(header); return header })
	proof.Allocates(t, "List", func() string { return List(mail) }, func() string { return ListGood(mail) })
}
