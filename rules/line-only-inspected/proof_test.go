package lineonlyinspected

import (
	"bufio"
	"io"
	"regexp"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	text := strings.NewReader(strings.Repeat("a line of an ordinary length, without anything in it // but this\n\n", 100))
	var out strings.Builder
	writer := bufio.NewWriter(&out)
	filtered := func(filter func(*bufio.Writer, io.Reader) error) func() string {
		return func() string {
			out.Reset()
			text.Seek(0, io.SeekStart)
			if err := filter(writer, text); err != nil {
				panic(err)
			}
			writer.Flush()
			return out.String()
		}
	}
	comments := func(count func(io.Reader) int) func() int {
		return func() int {
			text.Seek(0, io.SeekStart)
			return count(text)
		}
	}
	pattern := regexp.MustCompile("without .* in it")
	matching := func(match func(*bufio.Writer, io.Reader, *regexp.Regexp) int) func(*bufio.Writer, io.Reader) error {
		return func(w *bufio.Writer, r io.Reader) error { match(w, r, pattern); return nil }
	}
	proof.Allocates(t, "Matching", filtered(matching(Matching)), filtered(matching(MatchingGood)))
	proof.Allocates(t, "Comments", comments(Comments), comments(CommentsGood))
	proof.Allocates(t, "Errors", comments(Errors), comments(ErrorsGood))
	proof.Allocates(t, "Filter", filtered(Filter), filtered(FilterGood))
}
