package bufferperturn

import (
	"bytes"
	"fmt"
	"io"
)

// WriteGood sends each row on its own.
func WriteGood(w io.Writer, rows []Row) {
	var line bytes.Buffer
	for _, row := range rows {
		line.Reset()
		line.WriteString(row.Name)
		for _, value := range row.Values {
			line.WriteByte(',')
			line.WriteString(value)
		}
		line.WriteByte('\n')
		line.WriteTo(w)
	}
}

// LabelsGood are the texts of rows.
func LabelsGood(rows []Row) []string {
	labels := make([]string, 0, len(rows))
	label := new(bytes.Buffer)
	for _, row := range rows {
		label.Reset()
		fmt.Fprintf(label, "%s (%v)", row.Name, row.Values) // want boxing-in-loop
		labels = append(labels, label.String())
	}
	return labels
}
