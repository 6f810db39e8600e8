package zerobyreflection

import "reflect"

// MissingGood counts the fields that are not set.
func MissingGood(options *Options) (missing int) {
	v := reflect.ValueOf(options).Elem()
	for i := range v.NumField() {
		if v.Field(i).IsZero() {
			missing++
		}
	}
	return missing
}

// EmptyGood tells whether nothing is set behind a pointer.
func EmptyGood(options any) bool {
	return reflect.ValueOf(options).Elem().IsZero()
}

// SetGood tells whether a field is set.
func SetGood(options *Options, field int) bool {
	return !reflect.ValueOf(options).Elem().Field(field).IsZero()
}
