package sizeclasswaste

import "io"

// CopyGood has blocks of a size that Go has.
func CopyGood(w io.Writer, r io.Reader) (copied int64, err error) {
	block := make([]byte, 64<<10) // want large-buffer-per-call
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

// SlotsGood has room for 32 KiB of them.
func SlotsGood() []int64 {
	return make([]int64, 0, 4096)
}
