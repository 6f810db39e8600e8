package bytesofstringthenwrite

import (
	"bufio"
	"bytes"
	"hash/maphash"
	"io"
	"net/http/httptest"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

// wrote is what a function writes.
func wrote(write func(w io.Writer)) string {
	var out bytes.Buffer
	out.Grow(8192)
	write(&out)
	return out.String()
}

func TestProof(t *testing.T) {
	page := strings.Repeat("<p>some text of a page</p>\n", 40)
	serve := func(serve func(recorder *httptest.ResponseRecorder)) string {
		recorder := httptest.NewRecorder()
		recorder.Body.Grow(4096)
		serve(recorder)
		return recorder.Body.String()
	}
	proof.Allocates(t, "Serve",
		func() string { return serve(func(r *httptest.ResponseRecorder) { Serve(r, page) }) },
		func() string { return serve(func(r *httptest.ResponseRecorder) { ServeGood(r, page) }) })
	proof.Allocates(t, "Refuse",
		func() string { return wrote(func(w io.Writer) { Refuse(w) }) },
		func() string { return wrote(func(w io.Writer) { RefuseGood(w) }) })
	list := strings.Split(page, "\n")
	lines := func(lines func(*bufio.Writer, []string)) string {
		return wrote(func(w io.Writer) {
			out := bufio.NewWriter(w)
			lines(out, list)
			out.Flush()
		})
	}
	proof.Allocates(t, "Lines", func() string { return lines(Lines) }, func() string { return lines(LinesGood) })
	proof.Allocates(t, "Greet",
		func() string { return wrote(func(w io.Writer) { Greet(w, Name(list[0])) }) },
		func() string { return wrote(func(w io.Writer) { GreetGood(w, Name(list[0])) }) })
	seed := maphash.MakeSeed()
	proof.Allocates(t, "Sum",
		func() uint64 { return Sum(seed, list[0], page) }, func() uint64 { return SumGood(seed, list[0], page) })
}
