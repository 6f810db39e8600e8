package bufferwithoutsize

import (
	"bytes"
	"encoding/json"
	"io"
	"strconv"
)

// EncodeGood writes rows as text.
func EncodeGood(rows []Row) []byte {
	var out bytes.Buffer
	out.Grow(len(rows) * 24)
	for _, row := range rows {
		out.WriteString(row.Name)
		out.WriteByte('=')
		out.WriteString(strconv.Itoa(row.Value)) // want number-text-then-write
		out.WriteByte('\n')
	}
	return out.Bytes()
}

// QuotedGood writes names, some of them quoted.
func QuotedGood(names []string) []byte {
	out := make([]byte, 0, 2+len(names)*16)
	out = append(out, '[')
	for i := 0; i < len(names); i++ {
		if i > 0 {
			out = append(out, ", "...)
		}
		out = strconv.AppendQuote(out, names[i])
	}
	return append(out, ']')
}

// ConcatGood joins blocks.
func ConcatGood(blocks [][]byte) []byte {
	size := 0
	for _, block := range blocks {
		size += len(block)
	}
	all := bytes.NewBuffer(make([]byte, 0, size))
	for _, block := range blocks {
		all.Write(block)
	}
	return all.Bytes()
}

// MembersGood writes what a set holds.
func MembersGood(set map[string]bool) int {
	list := new(bytes.Buffer)
	list.Grow(len(set) * 16)
	for name, in := range set {
		if in {
			io.WriteString(list, name)
		} else {
			list.WriteByte('-')
		}
	}
	return list.Len()
}

// RulerGood draws n marks.
func RulerGood(n int) []byte {
	return bytes.Repeat([]byte("----+"), n)
}

// DigitsGood writes numbers one after the other.
func DigitsGood(numbers []int) []byte {
	line := make([]byte, 0, len(numbers)*8)
	for _, number := range numbers {
		line = strconv.AppendInt(line, int64(number), 10)
	}
	return line
}

// RestGood is read when all of it is written.
func RestGood(blocks [][]byte) (string, error) {
	in := &bytes.Buffer{}
	in.Grow(len(blocks) * 64)
	decoder := json.NewDecoder(in)
	for _, block := range blocks {
		in.Write(block)
	}
	var first string
	err := decoder.Decode(&first)
	return first, err
}
