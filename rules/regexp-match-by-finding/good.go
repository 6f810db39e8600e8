package regexpmatchbyfinding

// NumberedGood tells whether a line has a number.
func NumberedGood(line string) bool {
	return number.MatchString(line)
}

// StructuredGood tells whether a document has headings.
func StructuredGood(document []byte) bool {
	return heading.Match(document)
}

// PlainGood counts the lines without a number.
func PlainGood(lines []string) int {
	plain := 0
	for _, line := range lines {
		if !number.MatchString(line) {
			plain++
		}
	}
	return plain
}
