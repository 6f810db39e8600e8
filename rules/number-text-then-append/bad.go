package numbertextthenappend

import (
	"math/big"
	"strconv"
)

// Point is a sample of a series.
type Point struct {
	Name  string
	Count int
	Sum   uint64
}

// Encode writes a point as text.
func Encode(line []byte, point Point) []byte {
	line = append(line, strconv.Quote(point.Name)...) // want number-text-then-append
	line = append(line, ' ')
	line = append(line, strconv.Itoa(point.Count)...) // want number-text-then-append
	line = append(line, ' ')
	return append(line, strconv.FormatUint(point.Sum, 16)...) // want number-text-then-append
}

// Total writes a big number as text.
func Total(line []byte, sum *big.Int) []byte {
	return append(line, sum.String()...) // want number-text-then-append
}
