package splitforonepart

import (
	"bytes"
	"strings"
)

// Language is the first of the languages that a header asks for.
func Language(header string) string {
	return strings.Split(header, ",")[0] // want split-for-one-part
}

// Value is what stands behind the name of a setting.
func Value(setting string) string {
	return strings.SplitN(setting, "=", 2)[1] // want split-for-one-part
}

// Setting is a name and a value.
func Setting(line string) (string, string) {
	pair := strings.SplitN(line, "=", 2) // want split-for-one-part
	if len(pair) != 2 {
		return line, ""
	}
	return strings.TrimSpace(pair[0]), strings.TrimSpace(pair[1])
}

// File is the last part of a path.
func File(path string) string {
	parts := strings.Split(path, "/") // want split-for-one-part
	return parts[len(parts)-1]
}

// Verb is the first word of a line.
func Verb(line []byte) []byte {
	words := bytes.Split(line, []byte(" ")) // want split-for-one-part
	return words[0]
}
