package reflectinterfaceonhotpath

import (
	"maps"
	"net/http"
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

// answer is a response that keeps its memory from one request to the next.
type answer struct{ header http.Header }

func (a *answer) Header() http.Header         { return a.header }
func (a *answer) WriteHeader(int)             {}
func (a *answer) Write(b []byte) (int, error) { return len(b), nil }

func TestProof(t *testing.T) {
	var rows []Row
	for i := range 100 {
		rows = append(rows, Row{ID: int64(i) * 1000, Name: "row " + strconv.Itoa(i), Price: float64(i) / 4})
	}
	answer := &answer{header: http.Header{}}
	serve := func(handler http.HandlerFunc) func() string {
		return func() string {
			maps.DeleteFunc(answer.header, func(string, []string) bool { return true })
			handler(answer, nil)
			return answer.header.Get("X-Id")
		}
	}
	proof.Allocates(t, "Sum", func() int64 { return Sum(rows) }, func() int64 { return SumGood(rows) })
	proof.Allocates(t, "Names", func() []byte { return Names(rows) }, func() []byte { return NamesGood(rows) })
	proof.Allocates(t, "Row.Serve", serve(rows[7].Serve), serve(rows[7].ServeGood))
}
