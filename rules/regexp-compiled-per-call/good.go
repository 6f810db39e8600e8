package regexpcompiledpercall

import "regexp"

var (
	numberPattern = regexp.MustCompile(`id=(\d+)`)
	namePattern   = regexp.MustCompile("^[a-z]+$")
	blankPattern  = regexp.MustCompile(blanks)
	datePattern   = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}`)
)

// IDGood finds a number in a line.
func IDGood(line string) string {
	found := numberPattern.FindStringSubmatch(line)
	if found == nil {
		return ""
	}
	return found[1]
}

// NamesGood are the lines that are names.
func NamesGood(lines []string) []string {
	var names []string
	for _, line := range lines {
		if namePattern.MatchString(line) {
			names = append(names, line) // want filter-without-capacity
		}
	}
	return names
}

// SqueezeGood makes one blank of many.
func SqueezeGood(text string) (string, error) {
	return blankPattern.ReplaceAllString(text, " "), nil
}

// DatedGood tells whether data begins with a date.
func DatedGood(data []byte) bool {
	return datePattern.Match(data)
}
