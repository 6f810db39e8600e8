package convertedkeyoflookups

// One look-up is free through a variable, too.
func one(name []byte, active map[string]int) int {
	key := string(name)
	return active[key]
}

// The map or somebody else keeps the key.
func kept(names [][]byte, seen map[string]bool, all []string) []string {
	for _, name := range names {
		key := string(name)
		if !seen[key] {
			seen[key] = true
		}
		other := string(name)
		if seen[other] {
			all = append(all, other)
		}
	}
	return all
}

// Runes are converted letter by letter.
func letters(name []rune, active, archived map[string]int) int {
	key := string(name)
	if id, ok := active[key]; ok {
		return id
	}
	return archived[key]
}

// A literal may run later, when the bytes are others.
func later(name []byte, active map[string]int) func() int {
	key := string(name)
	if active[key] > 0 {
		return nil
	}
	return func() int { return active[key] }
}
