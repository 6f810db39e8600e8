package textremadeeachturn

import (
	"strconv"
	"strings"
)

// MatchingGood are the names that hold a word in quotes.
func MatchingGood(names []string, word string) []string {
	word = strconv.Quote(word)
	found := make([]string, 0, len(names))
	for _, name := range names {
		if strings.Contains(name, word) {
			found = append(found, name)
		}
	}
	return found
}

// OwnedGood puts an owner behind names.
func OwnedGood(names []string, owner string) []string {
	ending := " of " + strconv.Quote(owner)
	owned := make([]string, 0, len(names))
	for _, name := range names {
		owned = append(owned, name+ending)
	}
	return owned
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
