package transportpercall

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, t.Name()) }))
	defer server.Close()
	fetch := func(f func(string) (int64, error)) func() int64 {
		return func() int64 {
			length, err := f(server.URL)
			if err != nil {
				panic(err)
			}
			return length
		}
	}
	proof.Allocates(t, "Fetch", fetch(Fetch), fetch(FetchGood))
}
