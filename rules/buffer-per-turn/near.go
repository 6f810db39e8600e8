package bufferperturn

import (
	"bytes"
	"io"
	"strings"
)

// What Bytes returns is the buffer's own memory: the next turn would write over it.
func kept(rows []Row) [][]byte {
	lines := make([][]byte, 0, len(rows))
	for _, row := range rows {
		var line bytes.Buffer
		line.WriteString(row.Name)
		lines = append(lines, line.Bytes())
	}
	return lines
}

// The buffer outlives the turn.
func buffers(rows []Row) []*bytes.Buffer {
	all := make([]*bytes.Buffer, 0, len(rows))
	for _, row := range rows {
		line := new(bytes.Buffer)
		line.WriteString(row.Name)
		all = append(all, line)
	}
	return all
}

func background(rows []Row, w io.Writer) {
	for _, row := range rows {
		var line bytes.Buffer
		line.WriteString(row.Name)
		go func() { line.WriteTo(w) }()
	}
}

// A builder's string is its memory.
func built(rows []Row) []string {
	lines := make([]string, 0, len(rows))
	for _, row := range rows {
		var line strings.Builder
		line.WriteString(row.Name)
		line.WriteByte('\n')
		lines = append(lines, line.String())
	}
	return lines
}

// Once, and before the loop.
func reused(rows []Row, w io.Writer) {
	var line bytes.Buffer
	for _, row := range rows {
		line.WriteString(row.Name)
		line.WriteTo(w)
	}
}

// On the way out, and a few times.
func first(rows []Row, w io.Writer) {
	for _, row := range rows {
		if row.Name != "" {
			var line bytes.Buffer
			line.WriteString(row.Name)
			line.WriteTo(w)
			return
		}
	}
	for _, name := range []string{"a", "b"} {
		var line bytes.Buffer
		line.WriteString(name)
		line.WriteTo(w)
	}
}
