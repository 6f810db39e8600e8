package kindthroughtype

import "reflect"

// A type has its kind and nothing shorter.
func types(of reflect.Type, field reflect.StructField, value reflect.Value) []reflect.Kind {
	typed := value.Type()
	return []reflect.Kind{
		of.Kind(), field.Type.Kind(), reflect.TypeOf(field).Kind(), typed.Kind(),
		of.Elem().Kind(), value.Type().Elem().Kind(), value.Type().Key().Kind(),
	}
}

// The value itself is asked.
func values(value reflect.Value) (reflect.Kind, reflect.Kind) {
	return value.Kind(), value.Elem().Kind()
}

// The type is wanted for more than its kind.
func more(value reflect.Value) (reflect.Type, reflect.Kind) {
	of := value.Type()
	return of, of.Kind()
}

type node struct{ name string }

func (n node) Type() node { return n }

func (n node) Kind() string { return n.name }

// Methods of the same names.
func own(n node) string { return n.Type().Kind() }

type typed interface{ Type() reflect.Type }

// What else has a type need not have a kind.
func others(column typed) reflect.Kind { return column.Type().Kind() }

// Once in a program.
var kind = reflect.ValueOf(3).Type().Kind()
