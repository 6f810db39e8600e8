package filereadwholetostream

import (
	"bufio"
	"encoding/csv"
	"os"
)

// LinesGood counts the lines of a file.
func LinesGood(name string) (lines int, err error) {
	file, err := os.Open(name)
	if err != nil {
		return 0, err
	}
	defer file.Close()
	scanner := bufio.NewScanner(file)
	for scanner.Scan() {
		lines++
	}
	return lines, scanner.Err()
}

// HeadGood is the first row of a table.
func HeadGood(name string) ([]string, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return csv.NewReader(file).Read()
}
