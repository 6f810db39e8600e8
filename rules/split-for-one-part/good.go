package splitforonepart

import (
	"bytes"
	"strings"
)

// LanguageGood is the first of the languages that a header asks for.
func LanguageGood(header string) string {
	first, _, _ := strings.Cut(header, ",")
	return first
}

// ValueGood is what stands behind the name of a setting.
func ValueGood(setting string) string {
	_, value, _ := strings.Cut(setting, "=")
	return value
}

// SettingGood is a name and a value.
func SettingGood(line string) (string, string) {
	name, value, found := strings.Cut(line, "=")
	if !found {
		return line, ""
	}
	return strings.TrimSpace(name), strings.TrimSpace(value)
}

// FileGood is the last part of a path.
func FileGood(path string) string {
	return path[strings.LastIndex(path, "/")+1:]
}

// VerbGood is the first word of a line.
func VerbGood(line []byte) []byte {
	verb, _, _ := bytes.Cut(line, []byte(" "))
	return verb
}
