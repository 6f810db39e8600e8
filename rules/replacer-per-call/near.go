package replacerpercall

import (
	"strings"
	"sync"
)

// Pairs that the caller gives.
func given(pairs []string, from, to, text string) string {
	text = strings.NewReplacer(pairs...).Replace(text)
	return strings.NewReplacer(from, to, "x", "y").Replace(text)
}

// Once.
var unescaper = strings.NewReplacer("&amp;", "&")

var lazily = sync.OnceValue(func() *strings.Replacer { return strings.NewReplacer("&lt;", "<") })

func both(text string) string { return lazily().Replace(unescaper.Replace(text)) }

func init() {
	unescaper = strings.NewReplacer("&amp;", "&", "&lt;", "<")
}

type library struct{}

func (library) NewReplacer(from, to string) string { return from + to }

// Something else of the package's name.
func shadowed() string {
	strings := library{}
	return strings.NewReplacer("a", "b")
}

type scrubber struct{ replacer *strings.Replacer }

// The object lives on, and the replacer with it. Without a profile nothing is said of it.
func newScrubber() *scrubber {
	return &scrubber{replacer: strings.NewReplacer("-", "_", ".", "_")}
}
