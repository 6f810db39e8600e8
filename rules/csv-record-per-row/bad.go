package csvrecordperrow

import (
	"encoding/csv"
	"io"
)

// Cities are the second fields of all rows.
func Cities(r io.Reader) (cities []string, err error) {
	rows := csv.NewReader(r)
	rows.Comma = ';'
	for {
		row, err := rows.Read() // want csv-record-per-row
		if err == io.EOF {
			return cities, nil
		}
		if err != nil {
			return nil, err
		}
		cities = append(cities, row[1])
	}
}
