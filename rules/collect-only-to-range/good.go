package collectonlytorange

// LettersGood counts the letters of all names.
func LettersGood(users map[string]int) int {
	letters := 0
	for name := range users {
		letters += len(name)
	}
	return letters
}

// LongestGood is the longest line.
func LongestGood(text string) string {
	longest := ""
	for line := range Lines(text) {
		if len(line) > len(longest) {
			longest = line
		}
	}
	return longest
}
