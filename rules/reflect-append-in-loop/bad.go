package reflectappendinloop

import "reflect"

// Strings makes a slice of whatever kind of string.
func Strings(t reflect.Type, texts []string) any {
	list := reflect.MakeSlice(t, 0, 0)
	for _, text := range texts {
		list = reflect.Append(list, reflect.ValueOf(text).Convert(t.Elem())) // want reflect-append-in-loop
	}
	return list.Interface()
}

// Fill fills the slice behind a pointer with numbers.
func Fill(target any, n int) {
	list := reflect.ValueOf(target).Elem()
	element := reflect.New(list.Type().Elem()).Elem()
	for i := 0; i < n; i++ {
		element.SetInt(int64(i))
		list.Set(reflect.Append(list, element)) // want reflect-append-in-loop
	}
}
