package numbertextthenappend

import "strconv"

// An element of a list, not its bytes.
func listed(list []string, n int) []string { return append(list, strconv.Itoa(n)) }

// The text is used twice, or beside another one.
func kept(line []byte, n int) ([]byte, string) {
	text := strconv.Itoa(n)
	line = append(line, text...)
	return append(line, strconv.Itoa(n)+" items"...), text
}

// Without a string already, and words that are there.
func appended(line []byte, n int, on bool) []byte {
	line = strconv.AppendInt(line, int64(n), 10)
	return append(line, strconv.FormatBool(on)...)
}

type numbers struct{}

func (numbers) Itoa(n int) string { return "" }

// Something else of the package's name.
func shadowed(line []byte, n int) []byte {
	strconv := numbers{}
	return append(line, strconv.Itoa(n)...)
}
