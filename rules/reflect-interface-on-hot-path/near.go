package reflectinterfaceonhotpath

import (
	"encoding/json"
	"net/http"
	"reflect"
)

// Once.
func first(rows any) any { return reflect.ValueOf(rows).Index(0).Interface() }

// The last thing that a loop does.
func find(rows reflect.Value, name string) any {
	for i := range rows.Len() {
		if rows.Index(i).FieldByName("Name").String() == name { // want field-by-name-in-loop
			return rows.Index(i).Interface()
		}
	}
	return nil
}

// A pointer fits into an interface as it is, and what takes any needs one.
func decode(fields []reflect.Value, texts [][]byte) error {
	for i, field := range fields {
		if err := json.Unmarshal(texts[i], field.Addr().Interface()); err != nil {
			return err
		}
	}
	return nil
}

func defaults(types []reflect.Type) []any {
	out := make([]any, 0, len(types))
	for _, one := range types {
		out = append(out, reflect.New(one).Interface())
	}
	return out
}

// What is not asserted is wanted as an interface.
func values(row reflect.Value) []any {
	out := make([]any, 0, row.NumField())
	for i := range row.NumField() {
		out = append(out, row.Field(i).Interface())
	}
	return out
}

// An interface type asks for methods: there is no other way.
func stringers(fields []reflect.Value) int {
	size := 0
	for _, field := range fields {
		size += len(field.Interface().(interface{ String() string }).String())
		if named, ok := field.Interface().(interface{ Name() string }); ok {
			size += len(named.Name())
		}
	}
	return size
}

type device struct{ names []string }

func (d device) Interface() any { return d.names }

// A method of this name that another type has.
func own(devices []device) int {
	names := 0
	for _, one := range devices {
		names += len(one.Interface().([]string))
	}
	return names
}

func handle(w http.ResponseWriter, _ *http.Request) {
	w.WriteHeader(len(device{}.Interface().([]string)))
}

// Nothing can change a key or a value of a map in place: Interface copies neither.
func keys(of reflect.Value) []string {
	all := make([]string, 0, of.Len())
	for _, key := range of.MapKeys() { // want map-keys-by-reflection
		all = append(all, key.Interface().(string)+of.MapIndex(key).Interface().(string))
	}
	return all
}
