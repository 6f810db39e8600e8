package queryparsedagain

import (
	"net/http"
	"net/url"
	"strconv"
)

// PageGood tells which part of a list is asked for.
func PageGood(r *http.Request) (page, size int) {
	query := r.URL.Query()
	page, _ = strconv.Atoi(query.Get("page"))
	size, _ = strconv.Atoi(query.Get("size"))
	return page, size
}

// NameGood is a name that an address has, in one of two ways.
func NameGood(address *url.URL) string {
	if query := address.Query(); query.Has("name") {
		return query.Get("name")
	}
	return address.User.Username()
}
