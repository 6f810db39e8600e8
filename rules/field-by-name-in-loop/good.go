package fieldbynameinloop

import "reflect"

// IDsGood are the numbers of rows of whatever type.
func IDsGood(rows any) []int64 {
	list := reflect.ValueOf(rows)
	field, _ := list.Type().Elem().FieldByName("ID")
	ids := make([]int64, list.Len())
	for i := range ids {
		ids[i] = list.Index(i).FieldByIndex(field.Index).Int()
	}
	return ids
}

// NamesGood are the names of rows of whatever type.
func NamesGood(rows any) []string {
	list := reflect.ValueOf(rows)
	field, _ := list.Type().Elem().FieldByName("Name")
	names := make([]string, list.Len())
	for i := range names {
		row := list.Index(i)
		names[i] = row.FieldByIndex(field.Index).String()
	}
	return names
}
