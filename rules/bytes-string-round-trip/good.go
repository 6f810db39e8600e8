package bytesstringroundtrip

import (
	"bytes"
	"strings"
)

// ParseGood cuts lines into headers. The names are pieces of the lines, which strings may be: nobody can change them.
func ParseGood(lines []string) []Header {
	headers := make([]Header, 0, len(lines))
	for _, line := range lines {
		name, value, found := strings.Cut(line, ": ")
		if found {
			headers = append(headers, Header{Name: name, Value: []byte(value)})
		}
	}
	return headers
}

// CopyGood takes a value out of a buffer that is used again.
func CopyGood(value []byte) []byte {
	return bytes.Clone(value)
}

// BodyGood is a message as bytes.
func BodyGood(headers []Header) []byte {
	var body bytes.Buffer
	body.Grow(len(headers) * 128)
	for _, header := range headers {
		body.WriteString(header.Name)
		body.WriteString(": ")
		body.Write(header.Value)
		body.WriteString("\r\n")
	}
	return body.Bytes()
}

// BehindGood is a line with a value at its end.
func BehindGood(line, value []byte) []byte {
	return append(line, value...)
}

// SmallGood is a value in small letters.
func SmallGood(value []byte) []byte {
	return bytes.ToLower(value)
}
