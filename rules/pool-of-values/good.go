package poolofvalues

import (
	"io"
	"strconv"
	"sync"
)

var pointers = sync.Pool{New: func() any {
	line := make([]byte, 0, 256)
	return &line
}}

// WriteGood writes a number and a name.
func WriteGood(w io.Writer, number int, name string) error {
	line := pointers.Get().(*[]byte)
	*line = strconv.AppendInt((*line)[:0], int64(number), 10)
	*line = append(*line, ' ')
	*line = append(*line, name...)
	_, err := w.Write(*line)
	pointers.Put(line)
	return err
}
