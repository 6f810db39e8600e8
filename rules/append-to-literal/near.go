package appendtoliteral

import (
	"os"
	"strings"
)

// How many come behind the literal is not known here.
func spread(program string, arguments []string) []string {
	return append([]string{program}, arguments...)
}

// A literal without elements takes no memory, and append makes the only object.
func empty(name string) []string {
	return append([]string{}, name, name)
}

// A list that may have room, or that others hold.
func held(names []string, name string) []string {
	return append(names, name)
}

// Keys say where the elements of this one stand.
func keyed(first, second, third string) []string {
	return append([]string{1: first, 0: second}, third)
}

// Nobody keeps it: both may lie on the stack.
func passing(name string) string {
	return strings.Join(append([]string{"user"}, name), "/")
}

// A function of this name.
func shadowed(name string) []string {
	append := func(names []string, name string) []string { return names }
	return append([]string{name}, name)
}

// A program runs it once.
var defaults = append([]string{"-v"}, os.Getenv("MODE"))

// Nothing but a line end.
func blank(name string) []string {
	return append([]string{
		// None yet.
	}, name)
}
