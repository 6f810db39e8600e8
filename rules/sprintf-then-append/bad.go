package sprintfthenappend

import "fmt"

// Point is a sample of a series.
type Point struct {
	Name  string
	Value float64
}

// Encode writes a point as text.
func Encode(line []byte, point Point) []byte {
	line = append(line, fmt.Sprintf("%s=%g;", point.Name, point.Value)...) // want sprintf-then-append
	line = append(line, []byte(fmt.Sprintf("of %s", point.Name))...)       // want sprintf-then-append
	return append(line, fmt.Sprintln(point.Name)...)                       // want sprintf-then-append
}
