package largebufferpercall

import "io"

// It stays with the caller.
func read(r io.Reader, size int) ([]byte, error) {
	block := make([]byte, size)
	n, err := io.ReadFull(r, block)
	return block[:n], err
}

// Somebody may keep it.
func handed(r io.Reader, size int, keep func([]byte)) {
	block := make([]byte, size)
	io.ReadFull(r, block)
	keep(block)
}

type packet struct{ data []byte }

func stored(r io.Reader, p *packet, size int) {
	block := make([]byte, size)
	io.ReadFull(r, block)
	p.data = block
}

// Another goroutine has it.
func sent(r io.Reader, blocks chan<- []byte, size int) {
	block := make([]byte, size)
	io.ReadFull(r, block)
	blocks <- block
}

func captured(r io.Reader, size int) func() byte {
	block := make([]byte, size)
	io.ReadFull(r, block)
	return func() byte { return block[0] }
}

// Small.
func header(r io.Reader) (sum int) {
	header := make([]byte, 16)
	io.ReadFull(r, header)
	for _, one := range header {
		sum += int(one)
	}
	return sum
}

// A loop can declare it once before its first turn.
func perTurn(r io.Reader, size int) (sum int) {
	for {
		block := make([]byte, size) // want scratch-slice-per-turn
		if _, err := io.ReadFull(r, block); err != nil {
			return sum
		}
		sum += int(block[0])
	}
}

// What a program does once.
func main() {
	block := make([]byte, 64<<10)
	io.ReadFull(nil, block)
}
