package sprintfthenappend

import "fmt"

// EncodeGood writes a point as text.
func EncodeGood(line []byte, point Point) []byte {
	line = fmt.Appendf(line, "%s=%g;", point.Name, point.Value)
	line = fmt.Appendf(line, "of %s", point.Name)
	return fmt.Appendln(line, point.Name)
}
