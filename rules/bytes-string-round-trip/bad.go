package bytesstringroundtrip

import (
	"bytes"
	"strings"
)

// Header is a line of a message.
type Header struct {
	Name  string
	Value []byte
}

// Parse cuts lines into headers.
func Parse(lines []string) []Header {
	headers := make([]Header, 0, len(lines))
	for _, line := range lines {
		name, value, found := strings.Cut(line, ": ")
		if found {
			headers = append(headers, Header{
				Name:  string([]byte(name)), // want bytes-string-round-trip
				Value: []byte(value),
			})
		}
	}
	return headers
}

// Copy takes a value out of a buffer that is used again.
func Copy(value []byte) []byte {
	return []byte(string(value)) // want bytes-string-round-trip
}

// Body is a message as bytes.
func Body(headers []Header) []byte {
	var body bytes.Buffer
	body.Grow(len(headers) * 128)
	for _, header := range headers {
		body.WriteString(header.Name)
		body.WriteString(": ")
		body.Write(header.Value)
		body.WriteString("\r\n")
	}
	return []byte(body.String()) // want bytes-string-round-trip
}

// Behind is a line with a value at its end.
func Behind(line, value []byte) []byte {
	return append(line, string(value)...) // want bytes-string-round-trip
}

// Small is a value in small letters.
func Small(value []byte) []byte {
	return []byte(strings.ToLower(string(value))) // want bytes-string-round-trip
}
