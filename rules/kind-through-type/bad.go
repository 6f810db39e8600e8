package kindthroughtype

import "reflect"

// Texts counts the strings among the fields of a struct.
func Texts(record reflect.Value) int {
	texts := 0
	for i := range record.NumField() {
		if record.Field(i).Type().Kind() == reflect.String { // want kind-through-type
			texts++
		}
	}
	return texts
}

// Sizes adds up the lengths of values that have one.
func Sizes(values []reflect.Value) int {
	sum := 0
	for _, value := range values {
		switch value.Type().Kind() { // want kind-through-type
		case reflect.String, reflect.Slice, reflect.Map:
			sum += value.Len()
		case reflect.Pointer:
			pointed := value.Elem()
			if pointed.Type().Kind() == reflect.Array { // want kind-through-type
				sum += pointed.Len()
			}
		}
	}
	return sum
}

// Numbers counts what is an integer.
func Numbers(values []any) int {
	numbers := 0
	for _, value := range values {
		if kind := reflect.Indirect(reflect.ValueOf(value)).Type().Kind(); kind >= reflect.Int && kind <= reflect.Uint64 { // want kind-through-type
			numbers++
		}
	}
	return numbers
}
