package packagevariablegrows

// Event is something that happened.
type Event struct {
	Name  string
	Level int
}

var (
	history []Event
	latest  = map[string]Event{}
)

// Record notes an event, and says how many there were of its level among the last.
func Record(event Event) (count int) {
	history = append(history, event) // want package-variable-grows
	for i := len(history) - 1; i >= 0 && i >= len(history)-16; i-- {
		if history[i].Level == event.Level {
			count++
		}
	}
	return count
}

// Changed says whether an event differs from the one before it of the same name.
func Changed(event Event) bool {
	before, known := latest[event.Name]
	latest[event.Name] = event // want package-variable-grows
	return known && before != event
}
