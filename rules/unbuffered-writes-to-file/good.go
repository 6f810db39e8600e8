package unbufferedwritestofile

import (
	"bufio"
	"io"
	"os"
)

// SaveGood writes lines to a file.
func SaveGood(name string, lines []string) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(file)
	for _, line := range lines {
		io.WriteString(out, line)
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return file.Close()
}

// AppendGood adds lines to a file.
func AppendGood(name string, lines []string) error {
	file, err := os.OpenFile(name, os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer file.Close()
	out := bufio.NewWriter(file)
	for _, line := range lines {
		out.WriteString(line)
		out.WriteByte('\n')
	}
	return out.Flush()
}
