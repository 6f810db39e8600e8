package convertedkeyofassignment

// WordsGood counts different words, and the uses of the most frequent one.
func WordsGood(words [][]byte) (different, most int) {
	counts := make(map[string]*int)
	for _, word := range words {
		count, ok := counts[string(word)]
		if !ok {
			count = new(int)
			counts[string(word)] = count
		}
		*count++
	}
	for _, count := range counts {
		most = max(most, *count)
	}
	return len(counts), most
}

// SizesGood is the letters of all words by their first three letters.
func SizesGood(words [][]byte) int {
	sizes := make(map[string]*int)
	for _, word := range words {
		size, ok := sizes[string(word[:3])]
		if !ok {
			size = new(int)
			sizes[string(word[:3])] = size
		}
		*size += len(word)
	}
	return len(sizes)
}
