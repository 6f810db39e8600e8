package zerobyreflection

import "reflect"

// The zero value itself is wanted.
func reset(v reflect.Value) any {
	v.Set(reflect.Zero(v.Type()))
	return reflect.Zero(v.Type()).Interface()
}

func isZero(v reflect.Value) bool { return v.IsZero() }

type number struct{ n int }

func (n number) Zero(int) number { return number{} }
func (n number) Interface() any  { return n }

// Something else of this name.
func other(a, reflect number) bool { return a.Interface() == reflect.Zero(1).Interface() }
