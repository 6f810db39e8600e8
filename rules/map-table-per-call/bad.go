package maptablepercall

// Month is the number of a month.
func Month(name string) int {
	months := map[string]int{ // want map-table-per-call
		"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
		"jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
	}
	return months[name]
}

// Vowels counts vowels.
func Vowels(text string) int {
	var vowels = map[rune]bool{ // want map-table-per-call
		'a': true, 'e': true, 'i': true, 'o': true, 'u': true,
		'A': true, 'E': true, 'I': true, 'O': true, 'U': true,
	}
	count := 0
	for _, letter := range text {
		if vowels[letter] {
			count++
		}
	}
	return count
}
