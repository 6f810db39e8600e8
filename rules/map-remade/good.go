package mapremade

// MostGood keeps the room of the map.
func (w *Window) MostGood() int {
	most := 0
	for _, count := range w.counts {
		most = max(most, count)
	}
	clear(w.counts)
	return most
}

// ResetGood keeps the room of the map.
func (w *Window) ResetGood() {
	clear(w.counts)
}

// GroupsGood keeps the room of the map.
func GroupsGood(names []string) []int {
	sizes := make([]int, 0, 30)
	seen := map[string]bool{}
	for _, name := range names {
		if name != "" {
			seen[name] = true
			continue
		}
		sizes = append(sizes, len(seen))
		clear(seen)
	}
	return sizes
}

// FlushGood keeps the room of the map.
func FlushGood(send func(int, string)) {
	for id, text := range pending {
		send(id, text)
	}
	clear(pending)
}
