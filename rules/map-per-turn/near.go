package mapperturn

// Each turn's map is kept.
func each(groups [][]string) []map[string]int {
	all := make([]map[string]int, 0, len(groups))
	for _, group := range groups {
		counts := make(map[string]int)
		for _, name := range group {
			counts[name]++
		}
		all = append(all, counts)
	}
	return all
}

func passed(groups [][]string, use func(map[string]int)) {
	for _, group := range groups {
		counts := make(map[string]int)
		for _, name := range group {
			counts[name]++
		}
		use(counts)
	}
}

// A few entries lie on the stack.
func small(names []string) int {
	sum := 0
	for _, name := range names {
		pair := make(map[string]int)
		pair[name] = 1
		pair["all"] = 2
		sum += pair[name] + len(pair)
	}
	return sum
}

// Once per call.
func once(group []string) int {
	seen := make(map[string]int)
	for _, name := range group {
		seen[name]++
	}
	return len(seen)
}

// Each goroutine needs its own.
func concurrent(groups [][]string, results chan<- int) {
	for _, group := range groups {
		go func() {
			seen := make(map[string]int)
			for _, name := range group {
				seen[name]++
			}
			results <- len(seen)
		}()
	}
}
