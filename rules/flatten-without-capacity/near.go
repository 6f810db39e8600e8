package flattenwithoutcapacity

import "strings"

// What a call gives has no length before the call.
func split(lines []string) []string {
	var words []string
	for _, line := range lines {
		words = append(words, strings.Fields(line)...)
	}
	var more []string
	for _, line := range lines {
		parts := strings.Split(line, ",")
		more = append(more, parts...)
	}
	return append(words, more...)
}

// Some parts only.
func long(groups [][]int) []int {
	var all []int
	for _, group := range groups {
		if len(group) > 10 {
			all = append(all, group...)
		}
	}
	return all
}

// Nobody knows how many parts there will be.
func received(parts <-chan []int) []int {
	var all []int
	for part := range parts {
		all = append(all, part...)
	}
	return all
}

// Two things are appended per turn: the parts are not all.
func joined(lines []string) []byte {
	var text []byte
	for _, line := range lines {
		text = append(text, line...)
		text = append(text, '\n')
	}
	return text
}

// It has its room, or something is in it.
func sized(groups [][]int, total int) []int {
	all := make([]int, 0, total)
	for _, group := range groups {
		all = append(all, group...)
	}
	var more []int
	more = append(more, 1, 2, 3)
	for _, group := range groups {
		more = append(more, group...)
	}
	return append(all, more...)
}

// Two parts.
func both(first, second []int) []int {
	var all []int
	for _, part := range [][]int{first, second} {
		all = append(all, part...)
	}
	return all
}

// A part that belongs to no turn.
func repeated(times []int, part []int) []int {
	var all []int
	for range times {
		all = append(all, part...)
	}
	return all
}
