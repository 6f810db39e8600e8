package copythroughreader

import "io"

// SendGood sends a body.
func SendGood(w io.Writer, body []byte) error {
	_, err := w.Write(body)
	return err
}

// GreetGood sends a text.
func GreetGood(w io.Writer, name string) (int64, error) {
	n, err := io.WriteString(w, name)
	return int64(n), err
}
