package poolofvalues

import (
	"io"
	"strconv"
	"sync"
)

var lines = sync.Pool{New: func() any { return make([]byte, 0, 256) }}

// Write writes a number and a name.
func Write(w io.Writer, number int, name string) error {
	line := lines.Get().([]byte)[:0]
	line = strconv.AppendInt(line, int64(number), 10)
	line = append(line, ' ')
	line = append(line, name...)
	_, err := w.Write(line)
	lines.Put(line) // want pool-of-values
	return err
}
