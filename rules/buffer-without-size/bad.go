package bufferwithoutsize

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
)

// Row is a line of a table.
type Row struct {
	Name  string
	Value int
}

// Encode writes rows as text.
func Encode(rows []Row) []byte {
	var out bytes.Buffer // want buffer-without-size
	for _, row := range rows {
		out.WriteString(row.Name)
		out.WriteByte('=')
		out.WriteString(strconv.Itoa(row.Value)) // want number-text-then-write
		out.WriteByte('\n')
	}
	return out.Bytes()
}

// Quoted writes names, some of them quoted.
func Quoted(names []string) []byte {
	out := bytes.Buffer{} // want buffer-without-size
	out.WriteString("[")
	for i := 0; i < len(names); i++ {
		if i > 0 {
			out.WriteString(", ")
		}
		fmt.Fprintf(&out, "%q", names[i]) // want boxing-in-loop
	}
	out.WriteString("]")
	return out.Bytes()
}

// Concat joins blocks.
func Concat(blocks [][]byte) []byte {
	all := &bytes.Buffer{} // want buffer-without-size
	for _, block := range blocks {
		all.Write(block)
	}
	return all.Bytes()
}

// Members writes what a set holds. Its order is that of the map, so only the size can be relied on.
func Members(set map[string]bool) int {
	list := new(bytes.Buffer) // want buffer-without-size
	for name, in := range set {
		if in {
			io.WriteString(list, name)
		} else {
			list.WriteByte('-')
		}
	}
	return list.Len()
}

// Ruler draws n marks.
func Ruler(n int) []byte {
	line := bytes.NewBuffer(nil) // want buffer-without-size
	for range n {
		line.WriteString("----+")
	}
	return line.Bytes()
}

// Digits writes numbers one after the other.
func Digits(numbers []int) []byte {
	line := bytes.NewBufferString("") // want buffer-without-size
	for _, number := range numbers {
		line.Write(strconv.AppendInt(line.AvailableBuffer(), int64(number), 10))
	}
	return line.Bytes()
}

// Rest is read when all of it is written: the decoder that is there before does nothing in the loop.
func Rest(blocks [][]byte) (string, error) {
	in := &bytes.Buffer{} // want buffer-without-size
	decoder := json.NewDecoder(in)
	for _, block := range blocks {
		in.Write(block)
	}
	var first string
	err := decoder.Decode(&first)
	return first, err
}
