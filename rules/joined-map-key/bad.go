package joinedmapkey

// Request is what somebody asked for.
type Request struct {
	Method string
	Path   string
}

// Routes is how many routes were known at each request.
func Routes(requests []Request) []int {
	counts := make(map[string]int)
	known := make([]int, 0, len(requests))
	for _, request := range requests {
		counts[request.Method+" "+request.Path]++ // want joined-map-key
		known = append(known, len(counts))
	}
	return known
}

// Repeated is how many requests were there before.
func Repeated(requests []Request) int {
	seen := make(map[string]bool)
	repeated := 0
	for _, request := range requests {
		key := request.Method + "\x00" + request.Path // want joined-map-key
		if seen[key] {
			repeated++
		}
		seen[key] = true
	}
	return repeated
}

// Last is how many routes are left when later requests replace earlier ones.
func Last(requests []Request) int {
	last := make(map[string]int, len(requests))
	for i, request := range requests {
		last[request.Method+":"+request.Path] = i // want joined-map-key
	}
	return len(last)
}
