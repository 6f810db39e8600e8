package queryparsedagain

import (
	"net/http"
	"net/url"
	"strconv"
)

// Page tells which part of a list is asked for.
func Page(r *http.Request) (page, size int) {
	page, _ = strconv.Atoi(r.URL.Query().Get("page"))
	size, _ = strconv.Atoi(r.URL.Query().Get("size")) // want query-parsed-again
	return page, size
}

// Name is a name that an address has, in one of two ways.
func Name(address *url.URL) string {
	if address.Query().Has("name") {
		return address.Query().Get("name") // want query-parsed-again
	}
	return address.User.Username()
}
