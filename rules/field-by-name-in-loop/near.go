package fieldbynameinloop

import "reflect"

// Once.
func id(row any) int64 { return reflect.ValueOf(row).FieldByName("ID").Int() }

// Another name each time.
func all(row any, names []string) (values []reflect.Value) {
	v := reflect.ValueOf(row)
	for _, name := range names {
		values = append(values, v.FieldByName(name))
	}
	return values
}

// Of another type on each turn.
func causes(err error, next func(error) error) (texts []string) {
	for ; err != nil; err = next(err) {
		v := reflect.ValueOf(err)
		texts = append(texts, v.FieldByName("Text").String())
	}
	return texts
}

type form struct{}

func (form) FieldByName(name string) int { return len(name) }

// Something else of this name.
func other(forms []form) (sum int) {
	for _, form := range forms {
		sum += form.FieldByName("ID")
	}
	return sum
}
