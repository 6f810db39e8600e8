package mapcopiedbyloop

// Settings are values by name.
type Settings map[string]string

// Copy is the same settings in another map.
func (s Settings) Copy() Settings {
	other := make(Settings, len(s))
	for name, value := range s { // want map-copied-by-loop
		other[name] = value
	}
	return other
}

// Snapshot is counts as they are now.
func Snapshot(counts map[int]int) map[int]int {
	now := make(map[int]int, len(counts))
	for id := range counts { // want map-copied-by-loop
		now[id] = counts[id]
	}
	return now
}
