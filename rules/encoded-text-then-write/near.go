package encodedtextthenwrite

import (
	"encoding/base64"
	"encoding/hex"
	"strings"
)

// A string is wanted, alone or with others.
func named(sum []byte, names []string) (string, []string) {
	names = append(names, hex.EncodeToString(sum))
	return "sha256:" + hex.EncodeToString(sum), names
}

// A builder has no room to lend.
func built(key []byte) string {
	var text strings.Builder
	text.WriteString(base64.StdEncoding.EncodeToString(key))
	return text.String()
}

// The text is used twice.
func kept(line, sum []byte) ([]byte, string) {
	text := hex.EncodeToString(sum)
	return append(line, text...), text
}

type codec struct{}

func (codec) EncodeToString(data []byte) string { return string(data) }

// Something else with a method of this name.
func own(line []byte, c codec) []byte { return append(line, c.EncodeToString(line)...) }
