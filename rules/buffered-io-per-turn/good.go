package bufferedioperturn

import (
	"bufio"
	"io"
)

// HeadsGood are the first lines of all files.
func HeadsGood(files []io.Reader) ([]string, error) {
	heads := make([]string, 0, len(files))
	reader := bufio.NewReader(nil)
	for _, file := range files {
		reader.Reset(file)
		line, err := reader.ReadString('\n')
		if err != nil {
			return nil, err
		}
		heads = append(heads, line)
	}
	return heads, nil
}

// BroadcastGood writes lines to all.
func BroadcastGood(targets []io.Writer, lines []string) error {
	out := bufio.NewWriterSize(nil, 1024)
	for _, target := range targets {
		out.Reset(target)
		for _, line := range lines {
			out.WriteString(line)
		}
		if err := out.Flush(); err != nil {
			return err
		}
	}
	return nil
}
