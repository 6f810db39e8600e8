package fieldbynameinloop

import "reflect"

// Row is a line of a table.
type Row struct {
	Name  string
	Notes []string
	ID    int64
}

// IDs are the numbers of rows of whatever type.
func IDs(rows any) []int64 {
	list := reflect.ValueOf(rows)
	ids := make([]int64, list.Len())
	for i := range ids {
		ids[i] = list.Index(i).FieldByName("ID").Int() // want field-by-name-in-loop
	}
	return ids
}

// Names are the names of rows of whatever type.
func Names(rows any) []string {
	list := reflect.ValueOf(rows)
	names := make([]string, list.Len())
	for i := range names {
		row := list.Index(i)
		names[i] = row.FieldByName("Name").String() // want field-by-name-in-loop
	}
	return names
}
