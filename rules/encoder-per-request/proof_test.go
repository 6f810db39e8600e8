package encoderperrequest

import (
	"bytes"
	"compress/gzip"
	"io"
	"maps"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

// response is a response that keeps its memory from one request to the next.
type response struct {
	header http.Header
	body   bytes.Buffer
}

func (a *response) Header() http.Header         { return a.header }
func (a *response) WriteHeader(int)             {}
func (a *response) Write(b []byte) (int, error) { return a.body.Write(b) }

func TestProof(t *testing.T) {
	text := []byte(strings.Repeat("a line of text of an ordinary length\n", 100))
	var compressed bytes.Buffer
	packer := gzip.NewWriter(&compressed)
	packer.Write(text)
	packer.Close()
	var entries []*Entry
	for i := range 50 {
		entries = append(entries, &Entry{Title: "entry " + strconv.Itoa(i), Link: "https://go.dev/" + strconv.Itoa(i)})
	}
	answer := &response{header: http.Header{}}
	serve := func(handler http.HandlerFunc, body []byte) func() int {
		return func() int {
			answer.body.Reset()
			maps.DeleteFunc(answer.header, func(string, []string) bool { return true })
			handler(answer, &http.Request{Body: io.NopCloser(bytes.NewReader(body))})
			return answer.body.Len()
		}
	}
	var out bytes.Buffer
	feed := func(write func(io.Writer, []*Entry) error) func() string {
		return func() string {
			out.Reset()
			if err := write(&out, entries); err != nil {
				return err.Error()
			}
			return out.String()
		}
	}
	texts := [][]byte{text, text[:1000], text[:100]}
	sizes := func(f func([][]byte) ([]int, error)) func() []int {
		return func() []int {
			sizes, err := f(texts)
			if err != nil {
				panic(err)
			}
			return sizes
		}
	}
	proof.Allocates(t, "Compressed", serve(Compressed(text), nil), serve(CompressedGood(text), nil))
	proof.Allocates(t, "Feed", feed(Feed), feed(FeedGood))
	proof.Allocates(t, "Sizes", sizes(Sizes), sizes(SizesGood))
	proof.Allocates(t, "Receive", serve(Receive, compressed.Bytes()), serve(ReceiveGood, compressed.Bytes()))
	proof.Allocates(t, "FeedTwice", feed(FeedTwice), feed(FeedTwiceGood))
}
