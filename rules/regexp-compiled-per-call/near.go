package regexpcompiledpercall

import (
	"regexp"
	"sync"
)

var early *regexp.Regexp

func init() {
	early = regexp.MustCompile("^early")
}

// Once, at the first call.
var late = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("^late") })

var (
	once    sync.Once
	pattern *regexp.Regexp
)

func matches(text string) bool {
	once.Do(func() { pattern = regexp.MustCompile("^once") })
	return pattern.MatchString(text) && late().MatchString(text) && early.MatchString(text)
}

// A constructor makes it for what it returns.
type scanner struct{ word *regexp.Regexp }

func newScanner() *scanner {
	return &scanner{word: regexp.MustCompile(`\w+`)}
}

func newWordScanner() (*scanner, error) {
	word, err := regexp.Compile(`\w+`)
	if err != nil {
		return nil, err
	}
	return &scanner{word: word}, nil
}

// A cache of one's own.
func (s *scanner) find(text string) string {
	if s.word == nil {
		s.word = regexp.MustCompile(`\w+`)
	}
	return s.word.FindString(text)
}

func patterns() []*regexp.Regexp {
	var all []*regexp.Regexp
	all = append(all, regexp.MustCompile("a+"))
	return append(all, regexp.MustCompile("b+"))
}

// A pattern that only the caller knows.
func grep(pattern string, lines []string) (found []string) {
	expression := regexp.MustCompile(pattern)
	prefixed := regexp.MustCompile("^" + pattern)
	for _, line := range lines {
		if expression.MatchString(line) || prefixed.MatchString(line) {
			found = append(found, line)
		}
	}
	return found
}

type engine struct{}

func (engine) MustCompile(pattern string) string { return pattern }

// Something else of this name.
func other(regexp engine) string { return regexp.MustCompile("a+") }
