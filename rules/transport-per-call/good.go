package transportpercall

import (
	"io"
	"net/http"
	"time"
)

var client = &http.Client{
	Timeout:   10 * time.Second,
	Transport: &http.Transport{MaxIdleConns: 10},
}

// FetchGood reads a page.
func FetchGood(address string) (int64, error) {
	response, err := client.Get(address)
	if err != nil {
		return 0, err
	}
	defer response.Body.Close()
	return io.Copy(io.Discard, response.Body)
}
