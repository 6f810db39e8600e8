package convertedkeyoflookups

// FindGood looks in two places.
func FindGood(name []byte, active, archived map[string]int) int {
	if id, ok := active[string(name)]; ok {
		return id
	}
	return archived[string(name)]
}

// BothGood is how many names both maps have.
func BothGood(names [][]byte, first, second map[string]bool) int {
	both := 0
	for _, name := range names {
		if first[string(name)] && second[string(name)] {
			both++
		}
	}
	return both
}

// PointsGood adds what a player has won in two games; who has not played has nothing.
func PointsGood(name []byte, first, second map[string]int) int {
	return first[string(name)] + second[string(name)]
}
