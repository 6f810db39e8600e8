package reflectappendinloop

import "reflect"

// Once.
func push(list, element reflect.Value) reflect.Value {
	list = reflect.Append(list, element)
	return list
}

// A slice of each turn.
func rows(t reflect.Type, all []reflect.Value) (rows []reflect.Value) {
	for _, element := range all {
		row := reflect.MakeSlice(t, 0, 1)
		row = reflect.Append(row, element)
		rows = append(rows, row)
	}
	return rows
}

// Nobody knows how many will come.
func drain(list reflect.Value, next func() (reflect.Value, bool)) reflect.Value {
	for {
		element, ok := next()
		if !ok {
			return list
		}
		list = reflect.Append(list, element)
	}
}

// On some turns.
func positive(list reflect.Value, numbers []int) reflect.Value {
	for _, number := range numbers {
		if number > 0 {
			list = reflect.Append(list, reflect.ValueOf(&number))
		}
	}
	return list
}

type chain struct{ length int }

func (c chain) Append(other chain, n int) chain { return chain{other.length + n} }

// Something else of this name.
func other(numbers []int) int {
	var reflect, list chain
	for _, number := range numbers {
		list = reflect.Append(list, number)
	}
	return list.length
}

// One value is given, as a rule.
func grow(list reflect.Value, values ...any) reflect.Value {
	for _, value := range values {
		list = reflect.Append(list, reflect.ValueOf(value))
	}
	return list
}
