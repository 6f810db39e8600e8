package textremadeeachturn

import (
	"strconv"
	"strings"
)

// Matching are the names that hold a word, whatever its case.
func Matching(names []string, word string) []string {
	found := make([]string, 0, len(names))
	for _, name := range names {
		if strings.Contains(name, strings.ToLower(word)) { // want text-remade-each-turn
			found = append(found, name)
		}
	}
	return found
}

// Numbered puts a version behind names.
func Numbered(names []string, version int) []string {
	numbered := make([]string, 0, len(names))
	for _, name := range names {
		numbered = append(numbered, name+"-v"+strconv.Itoa(version)) // want text-remade-each-turn
	}
	return numbered
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
