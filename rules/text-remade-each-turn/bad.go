package textremadeeachturn

import (
	"strconv"
	"strings"
)

// Matching are the names that hold a word in quotes.
func Matching(names []string, word string) []string {
	found := make([]string, 0, len(names))
	for _, name := range names {
		if strings.Contains(name, strconv.Quote(word)) { // want text-remade-each-turn
			found = append(found, name)
		}
	}
	return found
}

// Owned puts an owner behind names.
func Owned(names []string, owner string) []string {
	owned := make([]string, 0, len(names))
	for _, name := range names {
		owned = append(owned, name+" of "+strconv.Quote(owner)) // want text-remade-each-turn
	}
	return owned
}

// Known counts the words that a list has.
func Known(words []string, list string) int {
	known := 0
	for _, word := range words {
		for _, one := range strings.Split(list, ",") { // want text-remade-each-turn split-in-range
			if one == word {
				known++
			}
		}
	}
	return known
}
