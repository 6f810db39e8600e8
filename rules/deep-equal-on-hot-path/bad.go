package deepequalonhotpath

import (
	"net/http"
	"reflect"
)

// Labels name a series.
type Labels struct {
	Name  string
	Pairs []string
}

// Changed counts the series whose labels are not what they were.
func Changed(before, after []Labels) int {
	changed := 0
	for i := range before {
		if !reflect.DeepEqual(before[i].Pairs, after[i].Pairs) { // want deep-equal-on-hot-path
			changed++
		}
	}
	return changed
}

// Find gives the place of a series.
func Find(all []Labels, wanted Labels) int {
	for i, one := range all {
		if reflect.DeepEqual(one, wanted) { // want deep-equal-on-hot-path
			return i
		}
	}
	return -1
}

// Limits by name.
type Limits map[string]int

// Serve tells whether a client's limits are the ones in force.
func (l Limits) Serve(w http.ResponseWriter, r *http.Request) {
	asked := Limits{"rate": len(r.URL.Path), "burst": len(r.Host)}
	if reflect.DeepEqual(l, asked) { // want deep-equal-on-hot-path
		w.WriteHeader(http.StatusNotModified)
	}
}
