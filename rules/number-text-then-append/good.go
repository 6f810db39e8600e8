package numbertextthenappend

import "strconv"

// EncodeGood writes a point as text.
func EncodeGood(line []byte, point Point) []byte {
	line = strconv.AppendQuote(line, point.Name)
	line = append(line, ' ')
	line = strconv.AppendInt(line, int64(point.Count), 10)
	line = append(line, ' ')
	return strconv.AppendUint(line, point.Sum, 16)
}
