package concatbyappend

// Into a slice that is there already: it may have room.
func into(all, first, second []string) []string {
	return append(append(all, first...), second...)
}

// One small object more than need be: too little to speak of.
func once(name string, rest []string) []string {
	return append([]string{name}, rest...)
}

// A copy of one slice is one allocation.
func copied(rest []string) []string {
	return append([]string{}, rest...)
}

// The inner slice has its room.
func sized(first, second []string) []string {
	return append(append(make([]string, 0, len(first)+len(second)), first...), second...)
}

// A slice of the caller's, cut to its length: nothing is copied twice.
func clipped(first, second []string) []string {
	return append(first[:len(first):len(first)], second...)
}

// Elements, not slices, behind the literal.
func elements(names []string) [][]string {
	all := make([][]string, 0, len(names))
	for _, name := range names {
		all = append(all, append([]string{}, name, name))
	}
	return all
}
