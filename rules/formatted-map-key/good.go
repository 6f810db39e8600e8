package formattedmapkey

type endpoint struct {
	host string
	port int
}

// HostsGood counts visits by host and port.
func HostsGood(visits []Visit) []int {
	counts := make(map[endpoint]int)
	order := make([]int, 0, len(visits))
	for _, visit := range visits {
		counts[endpoint{visit.Host, visit.Port}]++
		order = append(order, len(counts))
	}
	return order
}

// RepeatedGood is how many visits were there before.
func RepeatedGood(visits []Visit) int {
	seen := make(map[Visit]bool) // want map-without-size
	repeated := 0
	for _, visit := range visits {
		if seen[visit] {
			repeated++
		}
		seen[visit] = true
	}
	return repeated
}
