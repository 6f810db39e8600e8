package packagevariablegrows

const (
	mostEvents = 16
	mostNames  = 256
)

var (
	historyGood [mostEvents]Event
	countGood   int
	latestGood  = make(map[string]Event, mostNames)
)

// RecordGood keeps what it asks for, in a ring.
func RecordGood(event Event) (count int) {
	historyGood[countGood%mostEvents] = event
	countGood++
	for i := range min(countGood, mostEvents) {
		if historyGood[i].Level == event.Level {
			count++
		}
	}
	return count
}

// ChangedGood forgets some names when there are too many.
func ChangedGood(event Event) bool {
	before, known := latestGood[event.Name]
	if !known && len(latestGood) >= mostNames {
		for name := range latestGood {
			delete(latestGood, name)
			break
		}
	}
	latestGood[event.Name] = event // want package-variable-grows
	return known && before != event
}
