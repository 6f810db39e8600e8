package formattedmapkey

import "fmt"

// Visit is one call of a page.
type Visit struct {
	Host string
	Port int
	User string
}

// Hosts counts visits by host and port.
func Hosts(visits []Visit) []int {
	counts := make(map[string]int)
	order := make([]int, 0, len(visits))
	for _, visit := range visits {
		counts[fmt.Sprintf("%s:%d", visit.Host, visit.Port)]++ // want formatted-map-key sprintf-of-strings
		order = append(order, len(counts))
	}
	return order
}

// Repeated is how many visits were there before.
func Repeated(visits []Visit) int {
	seen := make(map[string]bool)
	repeated := 0
	for i := range visits {
		key := fmt.Sprintf("%s/%s/%d", visits[i].User, visits[i].Host, visits[i].Port) // want formatted-map-key sprintf-of-strings
		if seen[key] {
			repeated++
		}
		seen[key] = true
	}
	return repeated
}
