package csvrecordperrow

import (
	"encoding/csv"
	"io"
)

// CitiesGood are the second fields of all rows.
func CitiesGood(r io.Reader) (cities []string, err error) {
	rows := csv.NewReader(r)
	rows.Comma = ';'
	rows.ReuseRecord = true
	for {
		row, err := rows.Read()
		if err == io.EOF {
			return cities, nil
		}
		if err != nil {
			return nil, err
		}
		cities = append(cities, row[1])
	}
}
