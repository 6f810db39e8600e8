package convertedkeyoflookups

// Find looks in two places.
func Find(name []byte, active, archived map[string]int) int {
	key := string(name) // want converted-key-of-look-ups
	if id, ok := active[key]; ok {
		return id
	}
	return archived[key]
}

// Both is how many names both maps have.
func Both(names [][]byte, first, second map[string]bool) int {
	both := 0
	for _, name := range names {
		key := string(name) // want converted-key-of-look-ups
		if first[key] && second[key] {
			both++
		}
	}
	return both
}

// Points adds what a player has won in two games; who has not played has nothing.
func Points(name []byte, first, second map[string]int) int {
	key := string(name) // want converted-key-of-look-ups
	return first[key] + second[key]
}
