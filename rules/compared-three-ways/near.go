package comparedthreeways

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
)

// The order itself.
func ordered(a, b string, c, d []byte) bool {
	return strings.Compare(a, b) < 0 || bytes.Compare(c, d) > 0 || strings.Compare(a, b) == 1
}

// Other functions of that name.
func others(a, b int, c, d []int) bool {
	return cmp.Compare(a, b) == 0 || slices.Compare(c, d) == 0
}

type strange struct{}

func (strange) Compare(a, b string) int { return len(a) - len(b) }

// Shadowed.
func shadowed(a, b string) bool {
	strings := strange{}
	return strings.Compare(a, b) == 0
}
