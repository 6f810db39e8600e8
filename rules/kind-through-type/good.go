package kindthroughtype

import "reflect"

// TextsGood asks the values.
func TextsGood(record reflect.Value) int {
	texts := 0
	for i := range record.NumField() {
		if record.Field(i).Kind() == reflect.String {
			texts++
		}
	}
	return texts
}

// SizesGood asks the values.
func SizesGood(values []reflect.Value) int {
	sum := 0
	for _, value := range values {
		switch value.Kind() {
		case reflect.String, reflect.Slice, reflect.Map:
			sum += value.Len()
		case reflect.Pointer:
			pointed := value.Elem()
			if pointed.Kind() == reflect.Array {
				sum += pointed.Len()
			}
		}
	}
	return sum
}

// NumbersGood asks the values.
func NumbersGood(values []any) int {
	numbers := 0
	for _, value := range values {
		if kind := reflect.Indirect(reflect.ValueOf(value)).Kind(); kind >= reflect.Int && kind <= reflect.Uint64 {
			numbers++
		}
	}
	return numbers
}
