package concatthenwrite

import (
	"bufio"
	"os"
	"strings"
)

// Once.
func title(out *bufio.Writer, name string) { out.WriteString("<h1>" + name + "</h1>\n") }

// Constants are added by the compiler.
func ruler(out *bufio.Writer, lines int) {
	const mark = "----+"
	for range lines {
		out.WriteString(mark + mark + "\n")
	}
}

// Two or three short parts: they stay on the stack.
func escaped(out *strings.Builder, codes []string) {
	for _, code := range codes {
		out.WriteString("%" + code)
	}
}

// A file: one write is one system call.
func saved(file *os.File, names []string) {
	for _, name := range names {
		file.WriteString(name + "\n")
	}
}

// The sum is kept.
func kept(out *strings.Builder, names []string) []string {
	lines := make([]string, 0, len(names))
	for _, name := range names {
		line := name + "\n"
		out.WriteString(line)
		lines = append(lines, line)
	}
	return lines
}

// One part of several, and numbers.
func parts(out *strings.Builder, names []string) {
	for i, name := range names {
		out.WriteString(strings.ToUpper(name + "!"))
		out.WriteByte(byte('0' + i%10))
	}
}
