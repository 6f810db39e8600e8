package zerobyreflection

import "reflect"

// Options are what a caller may leave out.
type Options struct {
	Name  string
	Size  [2]int
	Label struct{ Text string }
}

// Missing counts the fields that are not set.
func Missing(options *Options) (missing int) {
	v := reflect.ValueOf(options).Elem()
	for i := range v.NumField() {
		field := v.Field(i)
		if field.Interface() == reflect.Zero(field.Type()).Interface() { // want zero-by-reflection
			missing++
		}
	}
	return missing
}

// Empty tells whether nothing is set behind a pointer.
func Empty(options any) bool {
	v := reflect.ValueOf(options).Elem()
	return reflect.DeepEqual(v.Interface(), reflect.Zero(v.Type()).Interface()) // want zero-by-reflection
}

// Set tells whether a field is set.
func Set(options *Options, field int) bool {
	v := reflect.ValueOf(options).Elem().Field(field)
	return v.Interface() != reflect.Zero(v.Type()).Interface() // want zero-by-reflection
}
