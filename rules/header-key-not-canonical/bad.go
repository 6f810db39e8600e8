package headerkeynotcanonical

import (
	"net/http"
	"net/textproto"
)

// Request names a request.
func Request(r *http.Request) string {
	if id := r.Header.Get("x-request-id"); id != "" { // want header-key-not-canonical
		return id
	}
	return r.Header.Get("X-Correlation-ID") // want header-key-not-canonical
}

// Secure tells browsers what not to do.
func Secure(header http.Header) {
	header.Set("x-frame-options", "DENY")    // want header-key-not-canonical
	header.Set("X-XSS-Protection", "0")      // want header-key-not-canonical
	header.Set("WWW-Authenticate", "Bearer") // want header-key-not-canonical
}

// List is what a mail is a part of.
func List(header textproto.MIMEHeader) string {
	return header.Get("list-id") // want header-key-not-canonical
}
