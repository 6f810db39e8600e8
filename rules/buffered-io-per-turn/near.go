package bufferedioperturn

import (
	"bufio"
	"io"
	"os"
	"strings"
)

// Kept, or handed on.
func readers(files []io.Reader, use func(*bufio.Reader)) (all []*bufio.Reader) {
	for _, file := range files {
		reader := bufio.NewReader(file)
		all = append(all, reader)
		other := bufio.NewReader(file)
		use(other)
	}
	return all
}

// One for each goroutine.
func count(files []io.Reader, counts chan<- int) {
	for _, file := range files {
		go func() {
			reader := bufio.NewReader(file)
			n, _ := reader.Discard(1 << 20)
			counts <- n
		}()
	}
}

// Once, and on some turns.
func first(files []io.Reader, large func(io.Reader) bool) (line string) {
	one := bufio.NewReader(files[0])
	line, _ = one.ReadString('\n')
	for _, file := range files {
		if large(file) {
			reader := bufio.NewReader(file)
			line, _ = reader.ReadString('\n')
		}
	}
	return line
}

// No buffer.
func texts(all []string) (n int) {
	for _, text := range all {
		reader := strings.NewReader(text)
		b, _ := reader.ReadByte()
		n += int(b)
	}
	return n
}

// Somebody is asked until there is an answer: as a rule once.
func ask() (answer string) {
	for answer == "" {
		in := bufio.NewReader(os.Stdin)
		line, _ := in.ReadString('\n')
		answer = strings.TrimSpace(line)
	}
	return answer
}
