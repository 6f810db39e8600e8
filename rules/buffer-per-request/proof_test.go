package bufferperrequest

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	page := &Page{Title: "Stops"}
	for range 50 {
		page.Rows = append(page.Rows, "<p>a row of a page, of some fifty bytes or so</p>")
	}
	sent := strings.Repeat("a line that a client sends, and some more of it\n", 60)
	serve := func(handler http.HandlerFunc) func() string {
		return func() string {
			recorder := httptest.NewRecorder()
			recorder.Body.Grow(8192)
			handler(recorder, httptest.NewRequest("POST", "/", strings.NewReader(sent)))
			return recorder.Body.String()
		}
	}
	proof.Allocates(t, "Serve", serve(page.Serve), serve(page.ServeGood))
	proof.Allocates(t, "ServeJSON", serve(page.ServeJSON), serve(page.ServeJSONGood))
	proof.Allocates(t, "ServeText", serve(page.ServeText), serve(page.ServeTextGood))
	proof.Allocates(t, "Stream", serve(Stream(page.Rows)), serve(StreamGood(page.Rows)))
	proof.Allocates(t, "Count", serve(Count), serve(CountGood))
	proof.Allocates(t, "Echo", serve(Echo), serve(EchoGood))
	proof.Allocates(t, "Upper", serve(Upper), serve(UpperGood))
}
