package requestthencontext

import (
	"context"
	"io"
	"net/http"
)

// Get makes a request for a page.
func Get(ctx context.Context, address string) (*http.Request, error) {
	request, err := http.NewRequest(http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Accept", "text/html")
	return request.WithContext(ctx), nil // want request-then-context
}

// Post makes a request with a body.
func Post(ctx context.Context, address string, body io.Reader) (*http.Request, error) {
	req, err := http.NewRequest(http.MethodPost, address, body)
	if err != nil {
		return nil, err
	}
	req = req.WithContext(ctx) // want request-then-context
	return req, nil
}
