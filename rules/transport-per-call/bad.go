package transportpercall

import (
	"io"
	"net/http"
	"time"
)

// Fetch reads a page.
func Fetch(address string) (int64, error) {
	client := &http.Client{
		Timeout:   10 * time.Second,
		Transport: &http.Transport{MaxIdleConns: 10}, // want transport-per-call
	}
	response, err := client.Get(address)
	if err != nil {
		return 0, err
	}
	defer client.CloseIdleConnections()
	defer response.Body.Close()
	return io.Copy(io.Discard, response.Body)
}
