package requestthencontext

import (
	"context"
	"io"
	"net/http"
)

// GetGood makes a request for a page.
func GetGood(ctx context.Context, address string) (*http.Request, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Accept", "text/html")
	return request, nil
}

// PostGood makes a request with a body.
func PostGood(ctx context.Context, address string, body io.Reader) (*http.Request, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, address, body)
	if err != nil {
		return nil, err
	}
	return req, nil
}
