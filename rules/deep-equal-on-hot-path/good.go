package deepequalonhotpath

import (
	"maps"
	"net/http"
	"slices"
)

// ChangedGood compares slices of strings as such.
func ChangedGood(before, after []Labels) int {
	changed := 0
	for i := range before {
		if !slices.Equal(before[i].Pairs, after[i].Pairs) {
			changed++
		}
	}
	return changed
}

// Equal compares field by field.
func (l *Labels) Equal(other *Labels) bool {
	return l.Name == other.Name && slices.Equal(l.Pairs, other.Pairs)
}

// FindGood compares with a method.
func FindGood(all []Labels, wanted Labels) int {
	for i := range all {
		if all[i].Equal(&wanted) {
			return i
		}
	}
	return -1
}

// ServeGood compares maps as such.
func (l Limits) ServeGood(w http.ResponseWriter, r *http.Request) {
	asked := Limits{"rate": len(r.URL.Path), "burst": len(r.Host)}
	if maps.Equal(l, asked) {
		w.WriteHeader(http.StatusNotModified)
	}
}
