package mapremade

// Window counts what happened since the last report.
type Window struct {
	counts map[string]int
}

// Add counts names.
func (w *Window) Add(names []string) {
	for _, name := range names {
		w.counts[name]++
	}
}

// Most is the largest count since the last call.
func (w *Window) Most() int {
	most := 0
	for _, count := range w.counts {
		most = max(most, count)
	}
	w.counts = make(map[string]int, len(w.counts)) // want map-remade
	return most
}

// Reset forgets all.
func (w *Window) Reset() {
	w.counts = make(map[string]int) // want map-remade
}

// Groups counts the different names of each group; an empty name ends one.
func Groups(names []string) []int {
	sizes := make([]int, 0, 30)
	seen := map[string]bool{}
	for _, name := range names {
		if name != "" {
			seen[name] = true
			continue
		}
		sizes = append(sizes, len(seen))
		seen = map[string]bool{} // want map-remade
	}
	return sizes
}

var pending = make(map[int]string)

// Flush hands over what waits, text by text.
func Flush(send func(int, string)) {
	for id, text := range pending {
		send(id, text)
	}
	pending = make(map[int]string) // want map-remade
}
