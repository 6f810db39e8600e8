package bufferperturn

import (
	"bytes"
	"fmt"
	"io"
)

// Row is a line of a table.
type Row struct {
	Name   string
	Values []string
}

// Write sends each row on its own.
func Write(w io.Writer, rows []Row) {
	for _, row := range rows {
		var line bytes.Buffer // want buffer-per-turn buffer-without-size
		line.WriteString(row.Name)
		for _, value := range row.Values {
			line.WriteByte(',')
			line.WriteString(value)
		}
		line.WriteByte('\n')
		line.WriteTo(w)
	}
}

// Labels are the texts of rows.
func Labels(rows []Row) []string {
	labels := make([]string, 0, len(rows))
	for _, row := range rows {
		label := new(bytes.Buffer)                          // want buffer-per-turn
		fmt.Fprintf(label, "%s (%v)", row.Name, row.Values) // want boxing-in-loop
		labels = append(labels, label.String())
	}
	return labels
}
