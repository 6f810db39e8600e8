package slicesearchedasset

import "slices"

// It does not grow.
func known(names, all []string) (count int) {
	for _, name := range names {
		if slices.Contains(all, name) {
			count++
		}
	}
	return count
}

// Another slice grows.
func unknown(names, all []string) []string {
	var others []string
	for _, name := range names {
		if !slices.Contains(all, name) {
			others = append(others, name) // want filter-without-capacity
		}
	}
	return others
}

// Something else is appended than was looked for.
func marked(names []string) []string {
	var all []string
	for _, name := range names {
		if !slices.Contains(all, name) {
			all = append(all, name+"!") // want filter-without-capacity
		}
	}
	return all
}

// Once.
func with(names []string, name string) []string {
	if !slices.Contains(names, name) {
		names = append(names, name)
	}
	return names
}

// A few.
func few() []string {
	var all []string
	for _, name := range []string{"a", "b", "a"} {
		if !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	return all
}

type finder struct{}

func (finder) Contains(all []string, name string) bool { return false }

// Something else of this name.
func other(names []string) []string {
	slices := finder{}
	var all []string
	for _, name := range names {
		if !slices.Contains(all, name) {
			all = append(all, name) // want filter-without-capacity
		}
	}
	return all
}
