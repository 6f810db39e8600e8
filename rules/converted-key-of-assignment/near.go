package convertedkeyofassignment

// A look-up copies nothing, and a new key needs its string.
func known(words [][]byte, counts map[string]int) (int, map[string]bool) {
	sum := 0
	seen := make(map[string]bool)
	for _, word := range words {
		sum += counts[string(word)]
		seen[string(word)] = true
	}
	return sum, seen
}

// Strings are keys as they are.
func strings(words []string, counts map[string]int) {
	for _, word := range words {
		counts[word]++
		counts[string(word)]++
	}
}

// A map of the turn's own meets each key once or twice.
func pairs(words [][]byte) []map[string]int {
	all := make([]map[string]int, 0, len(words))
	for _, word := range words {
		pair := make(map[string]int, 2)
		pair[string(word)]++
		all = append(all, pair)
	}
	return all
}

// Runes are no bytes.
func letters(words [][]rune, counts map[string]int) {
	for _, word := range words {
		counts[string(word)]++
	}
}

// Once.
func once(word []byte, counts map[string]int) {
	counts[string(word)]++
}

// Whether many items share a key is not known of lists, and a pointer for each new key is an object too: with a profile only.
func lines(words [][]byte) map[string][]int {
	lines := make(map[string][]int)
	for i, word := range words {
		lines[string(word)] = append(lines[string(word)], i) // want slices-grow-in-map
	}
	return lines
}
