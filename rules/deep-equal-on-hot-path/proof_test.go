package deepequalonhotpath

import (
	"net/http"
	"net/url"
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

// answer is a response that remembers its status.
type answer struct{ status int }

func (a *answer) Header() http.Header         { return nil }
func (a *answer) WriteHeader(status int)      { a.status = status }
func (a *answer) Write(b []byte) (int, error) { return len(b), nil }

func TestProof(t *testing.T) {
	var before, after []Labels
	for i := range 50 {
		pairs := []string{"host=" + strconv.Itoa(i), "zone=a", "kind=b"}
		before = append(before, Labels{Name: "series " + strconv.Itoa(i), Pairs: pairs})
		after = append(after, Labels{Name: "series " + strconv.Itoa(i), Pairs: append([]string{}, pairs...)})
	}
	after[7].Pairs[1] = "zone=c"
	request := &http.Request{URL: &url.URL{Path: "/limits"}, Host: "example.com"}
	limits := Limits{"rate": len(request.URL.Path), "burst": len(request.Host)}
	serve := func(handler http.HandlerFunc) func() int {
		return func() int {
			var answer answer
			handler(&answer, request)
			return answer.status
		}
	}
	proof.Allocates(t, "Changed", func() int { return Changed(before, after) }, func() int { return ChangedGood(before, after) })
	proof.Allocates(t, "Find", func() int { return Find(before, after[40]) }, func() int { return FindGood(before, after[40]) })
	proof.Allocates(t, "Limits.Serve", serve(limits.Serve), serve(limits.ServeGood))
}
