package csvrecordperrow

import (
	"encoding/csv"
	"io"
)

// Rows are kept.
func all(r io.Reader) (table [][]string) {
	rows := csv.NewReader(r)
	for {
		row, err := rows.Read()
		if err != nil {
			return table
		}
		table = append(table, row)
	}
}

// Handed to somebody who may keep them.
func each(r io.Reader, do func([]string)) {
	rows := csv.NewReader(r)
	for {
		row, err := rows.Read()
		if err != nil {
			return
		}
		do(row)
	}
}

// The head of a file.
func head(r io.Reader) (string, error) {
	rows := csv.NewReader(r)
	row, err := rows.Read()
	if err != nil {
		return "", err
	}
	return row[0], nil
}

// Somebody else may have said how to read.
func from(rows *csv.Reader) (total int) {
	for {
		row, err := rows.Read()
		if err != nil {
			return total
		}
		total += len(row[0])
	}
}

func configured(r io.Reader, configure func(*csv.Reader)) (total int) {
	rows := csv.NewReader(r)
	configure(rows)
	for {
		row, err := rows.Read()
		if err != nil {
			return total
		}
		total += len(row[0])
	}
}

// The head is still asked for while the rows behind it are read.
func named(r io.Reader, name string) (found []string) {
	rows := csv.NewReader(r)
	names, _ := rows.Read()
	for {
		row, err := rows.Read()
		if err != nil {
			return found
		}
		for i, cell := range row {
			if i < len(names) && names[i] == name {
				found = append(found, cell)
			}
		}
	}
}
