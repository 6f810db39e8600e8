package appendsinarow

import "strings"

// Other slices, parts of slices, something in between, an element of the slice itself.
func others(a, b []string, more []string) ([]string, []string) {
	a = append(a, "one")
	b = append(b, "one")
	a = append(a, more...)
	a = append(a, more...)
	b = append(b, "two")
	println(len(b))
	b = append(b, "three")
	b = append(b, b[0])
	b = append(b, strings.Join(b, ","))
	return a, b
}

// To another one.
func turned(a []string) []string {
	var c []string
	a = append(a, "one")
	c = append(a, "two")
	c = append(c, a...)
	return c
}
