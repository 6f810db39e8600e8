package bufferedioperturn

import (
	"bufio"
	"io"
)

// Heads are the first lines of all files.
func Heads(files []io.Reader) ([]string, error) {
	heads := make([]string, 0, len(files))
	for _, file := range files {
		reader := bufio.NewReader(file) // want buffered-io-per-turn
		line, err := reader.ReadString('\n')
		if err != nil {
			return nil, err
		}
		heads = append(heads, line)
	}
	return heads, nil
}

// Broadcast writes lines to all.
func Broadcast(targets []io.Writer, lines []string) error {
	for _, target := range targets {
		out := bufio.NewWriterSize(target, 1024) // want buffered-io-per-turn
		for _, line := range lines {
			out.WriteString(line)
		}
		if err := out.Flush(); err != nil {
			return err
		}
	}
	return nil
}
