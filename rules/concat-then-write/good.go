package concatthenwrite

import (
	"bufio"
	"strings"
)

// HeaderGood writes fields.
func HeaderGood(out *bufio.Writer, fields []Field) {
	for _, field := range fields {
		out.WriteString(field.Name)
		out.WriteString(": ")
		out.WriteString(field.Value)
		out.WriteString("\r\n")
	}
}

// ListGood puts paths below each other.
func ListGood(root string, names []string) string {
	var list strings.Builder
	list.Grow(64 * len(names))
	for _, name := range names {
		list.WriteString(root)
		list.WriteByte('/')
		list.WriteString(name)
		list.WriteByte('\n')
	}
	return list.String()
}

// BelowGood writes names below a root.
func BelowGood(out *bufio.Writer, root string, names []string) {
	for _, name := range names {
		out.WriteString(root)
		out.WriteString(name)
	}
}
