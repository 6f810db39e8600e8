package comparedthreeways

import "bytes"

// CountGood is how many names are the wanted one.
func CountGood(names []string, wanted string) (count int) {
	for _, name := range names {
		if name == wanted {
			count++
		}
	}
	return count
}

// BeforeGood is how many lines stand before the end.
func BeforeGood(lines [][]byte, end []byte) (count int) {
	for _, line := range lines {
		if !bytes.Equal(line, end) {
			count++
		}
	}
	return count
}
