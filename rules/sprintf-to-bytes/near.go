package sprintftobytes

import (
	"fmt"
	"regexp"
	"strings"
)

// Characters are no bytes, and another text is in between.
func others(n int) ([]rune, []byte) {
	return []rune(fmt.Sprintf("%d items", n)), []byte(strings.ToUpper(fmt.Sprintf("%d items", n)))
}

// The compiler appends the string itself.
func appended(line []byte, n int) []byte {
	return append(line, []byte(fmt.Sprintf("%d items of a list", n))...) // want sprintf-then-append
}

// The text is used twice.
func kept(n int) (string, []byte) {
	text := fmt.Sprintf("%d items", n)
	return text, []byte(text)
}

// The compiler does without the copy where bytes are only looped over, but this is not asked here.
func made(n int) []byte { return fmt.Appendf(nil, "%d items", n) }

type printer struct{}

func (printer) Sprintf(format string, n int) string { return format[:n] }

// Something else of the same name.
func shadowed(n int) []byte {
	fmt := printer{}
	return []byte(fmt.Sprintf("%d", n))
}

// Up to 32 bytes are copied to the stack where nobody keeps them.
func counter(write func([]byte) error, count uint64) error {
	return write([]byte(fmt.Sprintf("count=%d", count)))
}

// What is only read is copied to the stack, where it is short: how long a name is, the code does not say.
func renamed(page []byte, name string) []byte {
	return title.ReplaceAll(page, []byte(fmt.Sprintf("<title>%s</title>", name)))
}

var title = regexp.MustCompile("<title>.*</title>")
