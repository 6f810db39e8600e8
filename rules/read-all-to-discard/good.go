package readalltodiscard

import "io"

// DrainGood reads what is left, so that the connection can be used again.
func DrainGood(body io.Reader) error {
	_, err := io.Copy(io.Discard, body)
	return err
}

// FinishGood does so whatever comes.
func FinishGood(body io.Reader) {
	_, _ = io.Copy(io.Discard, body)
}

// EndGood does so too.
func EndGood(body io.Reader) {
	io.Copy(io.Discard, body)
}
