package numbertextthenwrite

import (
	"bufio"
	"bytes"
	"strconv"
	"strings"
)

// Join lists numbers.
func Join(ids []int) []byte {
	var list bytes.Buffer
	list.Grow(8 * len(ids))
	for _, id := range ids {
		list.WriteString(strconv.Itoa(id)) // want number-text-then-write
		list.WriteByte(',')
	}
	return list.Bytes()
}

// Names lists names in quotes.
func Names(out *bufio.Writer, names []string) {
	for _, name := range names {
		out.WriteString(strconv.Quote(name)) // want number-text-then-write
		out.WriteByte('\n')
	}
}

// Table lists sums.
func Table(sums []uint64) string {
	var table strings.Builder
	table.Grow(16 * len(sums))
	for _, sum := range sums {
		table.WriteString(strconv.FormatUint(sum, 10)) // want number-text-then-write
		table.WriteByte('\n')
	}
	return table.String()
}
