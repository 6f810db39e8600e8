package scannerovertext

import "strings"

// SettingsGood reads lines of names and values.
func SettingsGood(text string) map[string]string {
	settings := map[string]string{}
	for len(text) > 0 {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		name, value, ok := strings.Cut(line, "=")
		if ok {
			settings[name] = value
		}
	}
	return settings
}

// LongestGood is the length of the longest line.
func LongestGood(text string) (length int) {
	for len(text) > 0 {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		length = max(length, len(strings.TrimSpace(line)))
	}
	return length
}
