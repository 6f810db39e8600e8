package builderforbytes

import (
	"bytes"
	"strconv"
)

// DocumentGood is a list as bytes.
func DocumentGood(rows []string) []byte {
	var document bytes.Buffer
	document.Grow(32 * len(rows))
	for i, row := range rows {
		document.WriteString(row)
		document.WriteByte(byte('0' + i%10))
	}
	return document.Bytes()
}

// KeyGood finds a page of a book.
func KeyGood(book string, page int) []byte {
	key := make([]byte, 0, len(book)+8)
	key = append(key, book...)
	key = append(key, '/')
	return strconv.AppendInt(key, int64(page), 10)
}
