package maptablepercall

var months = map[string]int{
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
	"jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}

// MonthGood is the number of a month.
func MonthGood(name string) int {
	return months[name]
}

// VowelsGood counts vowels.
func VowelsGood(text string) int {
	count := 0
	for _, letter := range text {
		switch letter {
		case 'a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U':
			count++
		}
	}
	return count
}
