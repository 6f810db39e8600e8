package numbertextthenwrite

import (
	"bufio"
	"bytes"
	"strconv"
	"strings"
)

// JoinGood lists numbers.
func JoinGood(ids []int) []byte {
	var list bytes.Buffer
	list.Grow(8 * len(ids))
	for _, id := range ids {
		list.Write(strconv.AppendInt(list.AvailableBuffer(), int64(id), 10))
		list.WriteByte(',')
	}
	return list.Bytes()
}

// NamesGood lists names in quotes.
func NamesGood(out *bufio.Writer, names []string) {
	for _, name := range names {
		out.Write(strconv.AppendQuote(out.AvailableBuffer(), name))
		out.WriteByte('\n')
	}
}

// TableGood lists sums.
func TableGood(sums []uint64) string {
	var table strings.Builder
	table.Grow(16 * len(sums))
	var digits [24]byte
	for _, sum := range sums {
		table.Write(strconv.AppendUint(digits[:0], sum, 10))
		table.WriteByte('\n')
	}
	return table.String()
}
