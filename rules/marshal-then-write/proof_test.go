package marshalthenwrite

import (
	"bufio"
	"bytes"
	"net/http"
	"os"
	"strconv"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

// answer is a response that keeps its memory from one request to the next.
type answer struct {
	header http.Header
	body   bytes.Buffer
}

func (a *answer) Header() http.Header         { return a.header }
func (a *answer) WriteHeader(int)             {}
func (a *answer) Write(b []byte) (int, error) { return a.body.Write(b) }

func TestProof(t *testing.T) {
	report := &Report{Title: "report of " + t.Name()}
	for i := range 100 {
		report.Lines = append(report.Lines, "line number "+strconv.Itoa(i))
		report.Costs = append(report.Costs, float64(i)/4)
	}
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	answer := &answer{header: http.Header{}}
	respond := func(f func(http.ResponseWriter, *Report) error) func() int {
		return func() int {
			answer.body.Reset()
			must(f(answer, report))
			return len(bytes.TrimRight(answer.body.Bytes(), "\n"))
		}
	}
	var lines strings.Builder
	buffered := bufio.NewWriter(&lines)
	appended := func(f func(*bufio.Writer, *Report) error) func() string {
		return func() string {
			lines.Reset()
			buffered.Reset(&lines)
			must(f(buffered, report))
			must(buffered.Flush())
			return lines.String()
		}
	}
	file, err := os.CreateTemp(t.TempDir(), "report")
	must(err)
	defer file.Close()
	saved := func(f func(*os.File, *Report) error) func() bool {
		return func() bool {
			_, err := file.Seek(0, 0)
			must(err)
			must(f(file, report))
			return true
		}
	}
	proof.Allocates(t, "Respond", respond(Respond), respond(RespondGood))
	proof.Allocates(t, "Append", appended(Append), appended(AppendGood))
	proof.Allocates(t, "Save", saved(Save), saved(SaveGood))
}
