package deepequalonhotpath

import (
	"bytes"
	"reflect"
)

// Once, and not in a handler.
func same(a, b Labels) bool { return reflect.DeepEqual(a, b) }

// The last thing that a loop does.
func lastOf(all []Labels, name string, wanted Labels) bool {
	for _, one := range all {
		if one.Name == name {
			return reflect.DeepEqual(one, wanted)
		}
	}
	return false
}

// Equal of other packages compares without reflection.
func bodies(all [][]byte, wanted []byte) int {
	found := 0
	for _, body := range all {
		if bytes.Equal(body, wanted) {
			found++
		}
	}
	return found
}

// Other functions of reflect.
func kinds(values []any) int {
	found := 0
	for _, value := range values {
		if reflect.TypeOf(value) == reflect.TypeFor[int]() {
			found++
		}
	}
	return found
}

type comparer struct{ calls int }

func (c *comparer) DeepEqual(a, b Labels) bool { c.calls++; return a.Name == b.Name }

// A method of this name, also behind a variable that hides the package.
func own(all []Labels, wanted Labels) int {
	var reflect comparer
	compare := &reflect
	for _, one := range all {
		if reflect.DeepEqual(one, wanted) && compare.DeepEqual(wanted, one) {
			return compare.calls
		}
	}
	return 0
}

// Handed on, called elsewhere.
func comparisons(all []Labels) []func(any, any) bool {
	out := make([]func(any, any) bool, 0, len(all))
	for range all {
		out = append(out, reflect.DeepEqual)
	}
	return out
}

// Compared when somebody asks.
func later(all []Labels, wanted Labels) []func() bool {
	out := make([]func() bool, 0, len(all))
	for _, one := range all {
		out = append(out, func() bool { return reflect.DeepEqual(one, wanted) })
	}
	return out
}

// What lies behind an interface is not known: a comparison by type would panic on maps, or compare pointers.
func answers(got, want []any, problems, expected []error) int {
	same := 0
	for i := range got {
		if reflect.DeepEqual(got[i], want[i]) || reflect.DeepEqual(got[i:], want[i:]) {
			same++
		}
		if reflect.DeepEqual(problems[i], expected[i]) {
			same++
		}
	}
	return same
}

// One side is enough, and so are values of a map, however deep.
func decoded(got map[string]any, want map[string]any, rows []Labels, all map[string][]*any) int {
	same := 0
	for i, row := range rows {
		if reflect.DeepEqual(got, want) || reflect.DeepEqual(got[row.Name], rows[i]) || reflect.DeepEqual(all, all) {
			same++
		}
	}
	return same
}

// Fields of whatever the caller has: no types to compare by.
func unequal(a, b any) int {
	unequal := 0
	left, right := reflect.ValueOf(a), reflect.ValueOf(b)
	for i := 0; i < left.NumField(); i++ {
		if !reflect.DeepEqual(left.Field(i).Interface(), right.Field(i).Interface()) {
			unequal++
		}
	}
	return unequal
}

// What the caller's function gives is not known here. Without a profile nothing is said of it.
func different[T any](values []T, wanted T) int {
	found := 0
	for _, value := range values {
		if !reflect.DeepEqual(value, wanted) {
			found++
		}
	}
	return found
}

type setting struct {
	name  string
	value any
}

// A field is an interface: a comparison by type could not look behind it. Without a profile nothing is said of it.
func changed(before, after []setting) int {
	changes := 0
	for i := range before {
		if !reflect.DeepEqual(before[i], after[i]) {
			changes++
		}
	}
	return changes
}

// Differences between fields that reflection finds: a comparison by type would have to name them. Without a profile nothing is said of it.
func differences(a, b Labels) int {
	differences := 0
	left, right := reflect.ValueOf(a), reflect.ValueOf(&b).Elem()
	for i := 0; i < left.NumField(); i++ {
		x := left.Field(i).Interface()
		if !reflect.DeepEqual(x, right.Field(i).Interface()) {
			differences++
		}
	}
	return differences
}
