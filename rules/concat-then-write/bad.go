package concatthenwrite

import (
	"bufio"
	"strings"
)

// Field is a line of a header.
type Field struct{ Name, Value string }

// Header writes fields.
func Header(out *bufio.Writer, fields []Field) {
	for _, field := range fields {
		out.WriteString(field.Name + ": " + field.Value + "\r\n") // want concat-then-write
	}
}

// List puts paths below each other.
func List(root string, names []string) string {
	var list strings.Builder
	list.Grow(64 * len(names))
	for _, name := range names {
		list.WriteString(root + "/" + name + "\n") // want concat-then-write
	}
	return list.String()
}

// Below writes names below a root.
func Below(out *bufio.Writer, root string, names []string) {
	for _, name := range names {
		out.WriteString(root + name) // want concat-then-write
	}
}
