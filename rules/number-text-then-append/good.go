package numbertextthenappend

import (
	"math/big"
	"strconv"
)

// EncodeGood writes a point as text.
func EncodeGood(line []byte, point Point) []byte {
	line = strconv.AppendQuote(line, point.Name)
	line = append(line, ' ')
	line = strconv.AppendInt(line, int64(point.Count), 10)
	line = append(line, ' ')
	return strconv.AppendUint(line, point.Sum, 16)
}

// TotalGood writes a big number as text.
func TotalGood(line []byte, sum *big.Int) []byte {
	return sum.Append(line, 10)
}
