package sizeclasswaste

import "io"

// Copy copies everything, with a header's room before each block.
func Copy(w io.Writer, r io.Reader) (copied int64, err error) {
	block := make([]byte, 64<<10+64) // want size-class-waste large-buffer-per-call
	for {
		n, err := r.Read(block)
		if n > 0 {
			if _, err := w.Write(block[:n]); err != nil {
				return copied, err
			}
			copied += int64(n)
		}
		if err != nil {
			return copied, nil
		}
	}
}

// Slots makes room for numbers.
func Slots() []int64 {
	return make([]int64, 0, 4200) // want size-class-waste
}
