package queryparsedagain

import (
	"errors"
	"net/http"
	"net/url"
	"strconv"
)

// Two addresses.
func both(a, b *url.URL) string { return a.Query().Get("id") + b.Query().Get("id") }

// On one way or the other.
func either(r *http.Request) string {
	if r.Method == http.MethodGet {
		return r.URL.Query().Get("id")
	}
	return r.URL.Query().Get("key")
}

// Another address by the same name.
func next(r *http.Request) (first, second string) {
	first = r.URL.Query().Get("id")
	r = r.Clone(r.Context())
	second = r.URL.Query().Get("id")
	return first, second
}

func rewritten(address *url.URL) string {
	id := address.Query().Get("id")
	address.RawQuery = "id=" + id + "0"
	return address.Query().Get("id")
}

// Later, or perhaps never.
func later(r *http.Request) (string, func() string) {
	return r.URL.Query().Get("id"), func() string { return r.URL.Query().Get("key") }
}

type table struct{}

func (table) Query() string { return "" }

// Something else of this name.
func other(url table) string { return url.Query() + url.Query() }

// Once more, for a message about what has failed.
func failed(r *http.Request) (int, error) {
	size, err := strconv.Atoi(r.URL.Query().Get("size"))
	if err != nil {
		return 0, errors.New("no size: " + r.URL.Query().Get("size"))
	}
	return size, nil
}
