package sprintfofstrings

import "fmt"

// Key is where an object lies.
func Key(bucket, name string) string {
	return fmt.Sprintf("%s/%s", bucket, name) // want sprintf-of-strings
}

// Address is what to dial.
func Address(host string, port int) string {
	return fmt.Sprintf("%s:%d", host, port) // want sprintf-of-strings
}

// Greeting begins a letter.
func Greeting(name string) string {
	return fmt.Sprintf("Dear %s,", name) // want sprintf-of-strings
}

// Path is where a version of a file lies.
func Path(root, name string, version int64) string {
	return fmt.Sprintf("%s/%s.v%d", root, name, version) // want sprintf-of-strings
}

// Escaped is the address of a page whose name has a percent sign before it.
func Escaped(name string) string {
	return fmt.Sprintf("/pages/%%%s", name) // want sprintf-of-strings
}

// Indexed is a file's name.
func Indexed(name string) string {
	return fmt.Sprintf("%[1]s.txt", name) // want sprintf-of-strings
}
