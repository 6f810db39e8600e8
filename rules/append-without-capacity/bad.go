// Package appendwithoutcapacity holds the examples of the rule append-without-capacity.
package appendwithoutcapacity

import (
	"fmt"
	"strings"
)

// User is somebody with a name.
type User struct {
	Name string
	Age  int
}

// Names lists the names of users.
func Names(users []User) []string {
	var names []string // want append-without-capacity
	for _, user := range users {
		names = append(names, user.Name)
	}
	return names
}

// Keys lists the keys of a map.
func Keys(users map[string]int) []string {
	keys := []string{} // want append-without-capacity
	for key := range users {
		keys = append(keys, key)
	}
	return keys
}

// Power is a number and what it comes from.
type Power struct{ Base, Exponent, Value int }

// Squares lists the first n squares.
func Squares(n int) []Power {
	squares := make([]Power, 0) // want append-without-capacity
	for i := 0; i < n; i++ {
		squares = append(squares, Power{i, 2, i * i})
	}
	return squares
}

// Cubes lists the first n cubes.
func Cubes(n int) []Power {
	cubes := []Power(nil) // want append-without-capacity
	for i := range n {
		cubes = append(cubes, Power{i, 3, i * i * i})
	}
	return cubes
}

// Parse reads one user from each line, and stops at the first that it cannot read.
func Parse(lines []string) ([]*User, error) {
	var users []*User // want append-without-capacity
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

// Columns turns rows into columns.
func Columns(rows [][]string, width int) [][]string {
	var columns [][]string // want append-without-capacity
	for x := 0; x < width; x++ {
		var column []string // want append-without-capacity
		for _, row := range rows {
			column = append(column, row[x])
		}
		columns = append(columns, column)
	}
	return columns
}

// Setup is what one argument says.
type Setup struct {
	Name, Value string
	Line        int
}

// Setups reads arguments of the form name=value.
func Setups(args []string) []Setup {
	var setups []Setup // want append-without-capacity
	for line, arg := range args {
		name, value, _ := strings.Cut(arg, "=")
		setups = append(setups, Setup{Name: name, Value: value, Line: line})
	}
	return setups
}

// Last lists the squares of the last n values.
func Last(values []int, n int) []Power {
	var squares []Power // want append-without-capacity
	for i := len(values) - n; i < len(values); i++ {
		squares = append(squares, Power{values[i], 2, values[i] * values[i]})
	}
	return squares
}
