package textremadeeachturn

import (
	"strconv"
	"strings"
)

// MatchingGood are the names that hold a word, whatever its case.
func MatchingGood(names []string, word string) []string {
	word = strings.ToLower(word)
	found := make([]string, 0, len(names))
	for _, name := range names {
		if strings.Contains(name, word) {
			found = append(found, name)
		}
	}
	return found
}

// NumberedGood puts a version behind names.
func NumberedGood(names []string, version int) []string {
	ending := "-v" + strconv.Itoa(version)
	numbered := make([]string, 0, len(names))
	for _, name := range names {
		numbered = append(numbered, name+ending)
	}
	return numbered
}

// KnownGood counts the words that a list has.
func KnownGood(words []string, list string) int {
	known := 0
	all := strings.Split(list, ",")
	for _, word := range words {
		for _, one := range all {
			if one == word {
				known++
			}
		}
	}
	return known
}
