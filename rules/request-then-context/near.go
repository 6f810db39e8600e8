package requestthencontext

import (
	"context"
	"net/http"
	"time"
)

// Somebody else has made it.
func with(ctx context.Context, request *http.Request) *http.Request {
	return request.WithContext(ctx)
}

// Sent again, with less time each time.
func retry(ctx context.Context, client *http.Client, address string) (answer *http.Response, err error) {
	request, err := http.NewRequest(http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	for wait := time.Second; wait > time.Millisecond; wait /= 2 {
		ctx, cancel := context.WithTimeout(ctx, wait)
		answer, err = client.Do(request.WithContext(ctx))
		cancel()
		if err == nil {
			return answer, nil
		}
	}
	return nil, err
}

// Without a context.
func plain(address string) (*http.Request, error) {
	request, err := http.NewRequest(http.MethodGet, address, nil)
	return request, err
}

type factory struct{}

func (factory) NewRequest(method, address string, body any) (request, error) {
	return request{}, nil
}

type request struct{}

func (r request) WithContext(context.Context) request { return r }

// Something else of this name.
func other(ctx context.Context, http factory) request {
	request, _ := http.NewRequest("", "", nil)
	return request.WithContext(ctx)
}
