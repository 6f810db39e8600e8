package regexpcompiledpercall

import "regexp"

// ID finds a number in a line.
func ID(line string) string {
	number := regexp.MustCompile(`id=(\d+)`) // want regexp-compiled-per-call
	found := number.FindStringSubmatch(line)
	if found == nil {
		return ""
	}
	return found[1]
}

// Names are the lines that are names.
func Names(lines []string) []string {
	var names []string
	for _, line := range lines {
		if ok, _ := regexp.MatchString("^[a-z]+$", line); ok { // want regexp-compiled-per-call
			names = append(names, line) // want filter-without-capacity
		}
	}
	return names
}

const blanks = `\s+`

// Squeeze makes one blank of many.
func Squeeze(text string) (string, error) {
	pattern, err := regexp.Compile(blanks) // want regexp-compiled-per-call
	if err != nil {
		return "", err
	}
	return pattern.ReplaceAllString(text, " "), nil
}

// Dated tells whether data begins with a date.
func Dated(data []byte) bool {
	ok, _ := regexp.Match(`^\d{4}-\d{2}-\d{2}`, data) // want regexp-compiled-per-call
	return ok
}
