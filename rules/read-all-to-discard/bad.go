package readalltodiscard

import "io"

// Drain reads what is left, so that the connection can be used again.
func Drain(body io.Reader) error {
	_, err := io.ReadAll(body) // want read-all-to-discard
	return err
}

// Finish does so whatever comes.
func Finish(body io.Reader) {
	_, _ = io.ReadAll(body) // want read-all-to-discard
}

// End does so too.
func End(body io.Reader) {
	io.ReadAll(body) // want read-all-to-discard
}
