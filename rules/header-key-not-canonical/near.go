package headerkeynotcanonical

import (
	"net/http"
	"net/url"
)

// Names that Go knows in every form, and one that is no name.
func known(header http.Header) string {
	header.Set("ETag", `"1"`)
	header.Del("content-type")
	return header.Get("user-agent") + header.Get("not a name")
}

// Canonical, also with digits and marks.
func canonical(header http.Header) string {
	return header.Get("X-Amz-Date") + header.Get("Sec-Websocket-Key1") + header.Get("X_forwarded_proto")
}

// Only the caller knows.
func variable(header http.Header, name string) string { return header.Get(name) }

// The map itself, as it is to be sent.
func raw(header http.Header) { header["x-request-id"] = []string{"1"} }

// Keys of other maps are what they are.
func others(values url.Values) string { return values.Get("x-request-id") + values.Get("userID") }
