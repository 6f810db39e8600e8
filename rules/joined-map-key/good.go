package joinedmapkey

// RoutesGood is how many routes were known at each request.
func RoutesGood(requests []Request) []int {
	counts := make(map[Request]int)
	known := make([]int, 0, len(requests))
	for _, request := range requests {
		counts[request]++
		known = append(known, len(counts))
	}
	return known
}

// RepeatedGood is how many requests were there before.
func RepeatedGood(requests []Request) int {
	seen := make(map[[2]string]bool) // want map-without-size
	repeated := 0
	for _, request := range requests {
		key := [2]string{request.Method, request.Path}
		if seen[key] {
			repeated++
		}
		seen[key] = true
	}
	return repeated
}

// LastGood is how many routes are left when later requests replace earlier ones.
func LastGood(requests []Request) int {
	last := make(map[Request]int, len(requests))
	for i, request := range requests {
		last[request] = i
	}
	return len(last)
}
