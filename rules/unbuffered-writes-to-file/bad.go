package unbufferedwritestofile

import (
	"io"
	"os"
)

// Save writes lines to a file.
func Save(name string, lines []string) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	for _, line := range lines {
		io.WriteString(file, line) // want unbuffered-writes-to-file
	}
	return file.Close()
}

// Append adds lines to a file.
func Append(name string, lines []string) error {
	file, err := os.OpenFile(name, os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer file.Close()
	for _, line := range lines {
		if _, err := file.WriteString(line + "\n"); err != nil { // want unbuffered-writes-to-file
			return err
		}
	}
	return nil
}
