package regexponconvertedtext

import "regexp"

// The text is needed as a string.
func found(line []byte) (string, []string) {
	return path.FindString(string(line)), path.FindStringSubmatch(string(line))
}

// The string is used twice.
func kept(line []byte) string {
	text := string(line)
	if path.MatchString(text) {
		return text
	}
	return ""
}

// Runes and strings of other types.
type label string

func others(runes []rune, name label) bool {
	return path.MatchString(string(runes)) || path.MatchString(string(name))
}

// A pattern that is compiled for one question costs far more than the copy, and is another rule's matter.
func once(line []byte) bool {
	found, _ := regexp.MatchString("x+", string(line)) // want regexp-compiled-per-call
	return found
}

type matcher struct{}

func (matcher) MatchString(text string) bool { return text != "" }

// Something else with a method of this name.
func own(m matcher, line []byte) bool { return m.MatchString(string(line)) }
