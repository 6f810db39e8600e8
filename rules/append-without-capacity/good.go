package appendwithoutcapacity

import (
	"fmt"
	"slices"
	"strings"
)

// NamesGood is Names, and nil where there is nobody.
func NamesGood(users []User) []string {
	var names []string
	names = slices.Grow(names, len(users))
	for _, user := range users {
		names = append(names, user.Name)
	}
	return names
}

// KeysGood is Keys.
func KeysGood(users map[string]int) []string {
	keys := make([]string, 0, len(users))
	for key := range users {
		keys = append(keys, key)
	}
	return keys
}

// SquaresGood is Squares.
func SquaresGood(n int) []Power {
	squares := make([]Power, 0, n)
	for i := 0; i < n; i++ {
		squares = append(squares, Power{i, 2, i * i})
	}
	return squares
}

// CubesGood is Cubes.
func CubesGood(n int) []Power {
	cubes := slices.Grow([]Power(nil), n)
	for i := range n {
		cubes = append(cubes, Power{i, 3, i * i * i})
	}
	return cubes
}

// ParseGood is Parse.
func ParseGood(lines []string) ([]*User, error) {
	if len(lines) == 0 {
		return nil, nil
	}
	users := make([]*User, 0, len(lines))
	for number, line := range lines {
		name, age, found := strings.Cut(line, " ")
		if !found {
			return nil, fmt.Errorf("line %d: no age", number) // want error-formatted-per-call
		}
		user := &User{Name: name, Age: len(age)}
		users = append(users, user)
	}
	return users, nil
}

// ColumnsGood is Columns.
func ColumnsGood(rows [][]string, width int) [][]string {
	if width <= 0 {
		return nil
	}
	columns := make([][]string, 0, width)
	for x := 0; x < width; x++ {
		var column []string
		column = slices.Grow(column, len(rows))
		for _, row := range rows {
			column = append(column, row[x])
		}
		columns = append(columns, column)
	}
	return columns
}

// SetupsGood reads arguments of the form name=value.
func SetupsGood(args []string) []Setup {
	setups := make([]Setup, 0, len(args))
	for line, arg := range args {
		name, value, _ := strings.Cut(arg, "=")
		setups = append(setups, Setup{Name: name, Value: value, Line: line})
	}
	return setups
}

// LastGood lists the squares of the last n values.
func LastGood(values []int, n int) []Power {
	squares := make([]Power, 0, n)
	for i := len(values) - n; i < len(values); i++ {
		squares = append(squares, Power{values[i], 2, values[i] * values[i]})
	}
	return squares
}
