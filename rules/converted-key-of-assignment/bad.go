package convertedkeyofassignment

// Words counts different words, and the uses of the most frequent one.
func Words(words [][]byte) (different, most int) {
	counts := make(map[string]int)
	for _, word := range words {
		counts[string(word)]++ // want converted-key-of-assignment
	}
	for _, count := range counts {
		most = max(most, count)
	}
	return len(counts), most
}

// Sizes is the letters of all words by their first three letters.
func Sizes(words [][]byte) int {
	sizes := make(map[string]int)
	for _, word := range words {
		sizes[string(word[:3])] += len(word) // want converted-key-of-assignment
	}
	return len(sizes)
}
