package lookeduptwice

// Taken at once.
func once(names []string, counts map[string]int) int {
	sum := 0
	for _, name := range names {
		if count, ok := counts[name]; ok {
			sum += count
		}
	}
	return sum
}

// Another key, another map, or a value that is written.
func others(names []string, counts, more map[string]int, seen map[string]bool) int {
	sum := 0
	for _, name := range names {
		if _, ok := counts[name]; ok {
			sum += more[name]
		}
		if _, ok := counts[name]; ok {
			sum += counts[name+"s"]
		}
		if _, ok := counts[name]; !ok {
			counts[name] = sum
		}
		if _, ok := seen[name]; ok {
			seen[name] = false
		}
	}
	return sum
}

// A type assertion and a receive look alike.
func asserted(values []any, numbers chan int) int {
	sum := 0
	for i := range values {
		if _, ok := values[i].(int); ok {
			sum += values[i].(int)
		}
		if _, ok := <-numbers; ok {
			sum += <-numbers
		}
	}
	return sum
}

// Once per call is little.
func cold(name string, counts map[string]int) int {
	if _, ok := counts[name]; ok {
		return counts[name]
	}
	return 0
}

// An element that grows in place is looked up once for both.
func grown(names []string, lists map[string][]int) {
	for i, name := range names {
		if _, ok := lists[name]; ok {
			lists[name] = append(lists[name], i) // want slices-grow-in-map
		}
	}
}
