package filereadwholetostream

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"os"
)

// Lines counts the lines of a file.
func Lines(name string) (lines int, err error) {
	data, err := os.ReadFile(name) // want file-read-whole-to-stream
	if err != nil {
		return 0, err
	}
	scanner := bufio.NewScanner(bytes.NewReader(data))
	for scanner.Scan() {
		lines++
	}
	return lines, scanner.Err()
}

// Head is the first row of a table.
func Head(name string) ([]string, error) {
	table, err := os.ReadFile(name) // want file-read-whole-to-stream
	if err != nil {
		return nil, err
	}
	return csv.NewReader(bytes.NewBuffer(table)).Read()
}
