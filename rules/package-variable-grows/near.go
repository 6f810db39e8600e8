package packagevariablegrows

// Filled at the start, once.
var levels []string

var byName = map[string]int{}

func init() {
	for i, name := range []string{"low", "high"} {
		levels = append(levels, name)
		byName[name] = i
	}
}

// A variable of its own.
func local(events []Event) map[string]Event {
	latest := make(map[string]Event, len(events))
	for _, event := range events {
		latest[event.Name] = event
	}
	return latest
}

// A field of what somebody else holds.
type log struct {
	events []Event
	latest map[string]Event
}

func (l *log) record(event Event) {
	l.events = append(l.events, event)
	l.latest[event.Name] = event
}

// An element of a slice: it does not grow.
var counts = make([]int, 16)

func count(event Event) {
	counts[event.Level%16] = event.Level
}

// What is deleted again in the same function.
func seen(event Event) {
	latest[event.Name] = event // want package-variable-grows
	delete(latest, event.Name)
}
