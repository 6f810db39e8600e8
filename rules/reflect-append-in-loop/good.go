package reflectappendinloop

import "reflect"

// StringsGood makes a slice of whatever kind of string.
func StringsGood(t reflect.Type, texts []string) any {
	list := reflect.MakeSlice(t, len(texts), len(texts))
	for i, text := range texts {
		list.Index(i).SetString(text)
	}
	return list.Interface()
}

// FillGood fills the slice behind a pointer with numbers.
func FillGood(target any, n int) {
	list := reflect.ValueOf(target).Elem()
	made := reflect.MakeSlice(list.Type(), n, n)
	for i := 0; i < n; i++ {
		made.Index(i).SetInt(int64(i))
	}
	list.Set(made)
}
