package maptablepercall

// A package variable is built once, and so is what init needs.
var digits = map[string]int{
	"0": 0, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6, "7": 7, "8": 8, "9": 9,
}

var byDigit [10]string

func init() {
	names := map[int]string{
		0: "zero", 1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine",
	}
	for digit, name := range names {
		byDigit[digit] = name
	}
}

// It is changed, or others may change it.
func changed(name string) (map[string]int, int) {
	counts := map[string]int{
		"a": 0, "b": 0, "c": 0, "d": 0, "e": 0, "f": 0, "g": 0, "h": 0, "i": 0, "j": 0,
	}
	counts[name]++
	return counts, digits[name]
}

// Its entries are not constant.
func settings(name, home string) string {
	values := map[string]string{
		"home": home, "b": "", "c": "", "d": "", "e": "", "f": "", "g": "", "h": "", "i": "", "j": "",
	}
	return values[name]
}

// A few entries lie on the stack.
func few(name string) int {
	values := map[string]int{"a": 1, "b": 2, "c": 3}
	return values[name]
}

// Slices are copied from the program as they are.
func list(i int) string {
	names := []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"}
	return names[i]
}

type counter struct{ seen int }

// Each call has counters of its own. Without a profile nothing is said of it.
func counted(words []string) int {
	counters := map[string]*counter{
		"a": &counter{}, "b": &counter{}, "c": &counter{}, "d": &counter{}, "e": &counter{}, "f": &counter{}, "g": &counter{}, "h": &counter{}, "i": &counter{},
	}
	for _, word := range words {
		if counter, found := counters[word]; found {
			counter.seen++
		}
	}
	return counters["a"].seen
}

// Another function gets the map, and may keep or change it.
func register(with func(map[string]bool)) {
	names := map[string]bool{
		"a": true, "b": true, "c": true, "d": true, "e": true, "f": true, "g": true, "h": true, "i": true, "j": true,
	}
	with(names)
}
