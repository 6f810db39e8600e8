package joinedmapkey

import "strings"

// A look-up alone: a short key costs nothing.
func find(requests []Request, counts map[string]int) int {
	sum := 0
	for _, request := range requests {
		sum += counts[request.Method+" "+request.Path]
	}
	return sum
}

// The text is used for something else, too.
func texts(requests []Request) (map[string]int, []string) {
	counts := make(map[string]int)
	all := make([]string, 0, len(requests))
	for _, request := range requests {
		key := request.Method + " " + request.Path
		counts[key]++
		all = append(all, key)
	}
	return counts, all
}

// A constant at one end is no second part.
func prefixed(requests []Request) map[string]int {
	counts := make(map[string]int)
	for _, request := range requests {
		counts["GET"+" "+request.Path]++
		counts[request.Path+"?"+"all"]++
		counts[strings.ToUpper(request.Path)]++
	}
	return counts
}

// Numbers add up.
func sums(points [][2]int) map[int]int {
	counts := make(map[int]int)
	for _, point := range points {
		counts[point[0]+1+point[1]]++
	}
	return counts
}

// Once.
func once(request Request, counts map[string]int) {
	counts[request.Method+" "+request.Path]++
}

type index struct{ symbols map[string]bool }

// Others get the map, and its keys as text.
func (i *index) add(requests []Request) {
	for _, request := range requests {
		i.symbols[request.Method+"."+request.Path] = true
	}
}
