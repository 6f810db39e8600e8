package builderforbytes

import (
	"strconv"
	"strings"
)

// Document is a list as bytes.
func Document(rows []string) []byte {
	var document strings.Builder
	document.Grow(32 * len(rows))
	for i, row := range rows {
		document.WriteString(row)
		document.WriteByte(byte('0' + i%10))
	}
	return []byte(document.String()) // want builder-for-bytes
}

// Key finds a page of a book.
func Key(book string, page int) []byte {
	key := &strings.Builder{}
	key.WriteString(book)
	key.WriteByte('/')
	key.WriteString(strconv.Itoa(page))
	return []byte(key.String()) // want builder-for-bytes
}
