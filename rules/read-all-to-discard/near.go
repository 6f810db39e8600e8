package readalltodiscard

import "io"

// Used.
func read(body io.Reader) ([]byte, error) {
	data, _ := io.ReadAll(body)
	_ = data
	return io.ReadAll(body)
}

func length(body io.Reader) (n int, err error) {
	var data []byte
	data, err = io.ReadAll(body)
	return len(data), err
}

type source struct{}

func (source) ReadAll(io.Reader) ([]byte, error) { return nil, nil }

// Something else of this name.
func other(io source) {
	_, _ = io.ReadAll(nil)
	io.ReadAll(nil)
}
