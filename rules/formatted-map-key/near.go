package formattedmapkey

import (
	"fmt"
	"net/url"
)

// One value: its own type can be the key, and sprintf-of-integer speaks of it.
func byPort(visits []Visit) map[string]int {
	counts := make(map[string]int)
	for _, visit := range visits {
		counts[fmt.Sprintf("port-%d", visit.Port)]++
	}
	return counts
}

// The text is used for something else, too.
func texts(visits []Visit) ([]string, map[string]int) {
	counts := make(map[string]int)
	var all []string // want append-without-capacity
	for _, visit := range visits {
		key := fmt.Sprintf("%s:%d", visit.Host, visit.Port) // want sprintf-of-strings
		counts[key]++
		all = append(all, key)
	}
	return all, counts
}

// Values that print themselves, or that no struct could compare.
func others(visits []Visit, pages []*url.URL, tags [][]string) map[string]int {
	counts := make(map[string]int)
	for i, visit := range visits {
		counts[fmt.Sprintf("%s:%v", visit.Host, pages[i])]++
		counts[fmt.Sprintf("%v:%d", tags[i], visit.Port)]++
	}
	return counts
}

// Once.
func once(visit Visit, counts map[string]int) int {
	return counts[fmt.Sprintf("%s:%d", visit.Host, visit.Port)] // want sprintf-of-strings
}

// Others get the map, and its keys as text.
func byName(visits []Visit) map[string]int {
	ports := make(map[string]int, len(visits))
	for _, visit := range visits {
		ports[fmt.Sprintf("%s of %s at %d", visit.User, visit.Host, visit.Port)] = visit.Port
	}
	return ports
}
