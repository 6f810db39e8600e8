package unbufferedwritestofile

import (
	"io"
	"os"
)

// Once, and a few times.
func head(name string, lines []string) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	file.WriteString("begin\n")
	for _, word := range []string{"a", "b"} {
		io.WriteString(file, word)
	}
	for _, line := range lines {
		if line != "" {
			file.WriteString(line)
			break
		}
	}
	return file.Close()
}

// A file of each turn.
func split(names []string) error {
	for _, name := range names {
		file, err := os.Create(name)
		if err != nil {
			return err
		}
		file.WriteString(name)
		file.Close()
	}
	return nil
}

// What it is is known elsewhere.
func print(out io.Writer, file *os.File, lines []string) {
	for _, line := range lines {
		io.WriteString(out, line)
		io.WriteString(file, line)
		io.WriteString(os.Stdout, line)
	}
}

// Whoever watches the file wants each line when it comes.
func journal(name string, events <-chan string) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	for event := range events {
		file.WriteString(event)
	}
	return file.Close()
}

// Pieces that may be large.
func join(name string, parts [][]byte) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	for _, part := range parts {
		file.Write(part)
	}
	return file.Close()
}
