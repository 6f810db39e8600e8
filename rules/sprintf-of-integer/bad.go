package sprintfofinteger

import (
	"fmt"
	"strings"
)

// Port is a number with a type of its own and no methods.
type Port uint16

// Endpoint is where a service listens.
type Endpoint struct {
	Host string
	Port Port
}

// Address is what to dial.
func (e Endpoint) Address() string {
	return e.Host + ":" + fmt.Sprintf("%d", e.Port) // want sprintf-of-integer
}

// Join lists numbers.
func Join(ids []int64) string {
	parts := make([]string, len(ids))
	for i, id := range ids {
		parts[i] = fmt.Sprintf("%v", id) // want sprintf-of-integer
	}
	return strings.Join(parts, ",")
}

// Index gives every name its position, as text.
func Index(names []string) map[string]string {
	positions := make(map[string]string, len(names))
	for i, name := range names {
		positions[name] = fmt.Sprint(1000 + i) // want sprintf-of-integer
	}
	return positions
}

// Checksum is a sum of data, in digits.
func Checksum(data []byte) string {
	var sum uint32
	for _, b := range data {
		sum = sum*31 + uint32(b)
	}
	return fmt.Sprintf(`%d`, sum) // want sprintf-of-integer
}

// Token is a number in hexadecimal digits.
func Token(id uint64) string {
	return fmt.Sprintf("%x", id) // want sprintf-of-integer
}

// Mode is what a file allows, in octal digits.
func Mode(mode uint32) string {
	return fmt.Sprintf("%o", mode) // want sprintf-of-integer
}

// Flags are the bits of a number.
func Flags(bits int) string {
	return fmt.Sprintf("%b", bits) // want sprintf-of-integer
}
