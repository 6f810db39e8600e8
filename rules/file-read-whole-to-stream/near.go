package filereadwholetostream

import (
	"archive/zip"
	"bufio"
	"bytes"
	"io"
	"os"
)

// A reader that goes back and forth.
func files(name string) (int, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return 0, err
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return 0, err
	}
	return len(archive.File), nil
}

// The bytes are used too.
func both(name string) (lines, size int, err error) {
	data, err := os.ReadFile(name)
	scanner := bufio.NewScanner(bytes.NewReader(data))
	for scanner.Scan() {
		lines++
	}
	return lines, len(data), err
}

// Handed on.
func reader(name string) (io.ReadSeeker, error) {
	data, err := os.ReadFile(name)
	return bytes.NewReader(data), err
}

type disk struct{}

func (disk) ReadFile(string) ([]byte, error) { return nil, nil }

// Something else of this name.
func other(os disk) (lines int) {
	data, _ := os.ReadFile("")
	scanner := bufio.NewScanner(bytes.NewReader(data))
	for scanner.Scan() {
		lines++
	}
	return lines
}
