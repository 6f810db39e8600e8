package headerkeynotcanonical

import (
	"net/http"
	"net/textproto"
)

// RequestGood names a request.
func RequestGood(r *http.Request) string {
	if id := r.Header.Get("X-Request-Id"); id != "" {
		return id
	}
	return r.Header.Get("X-Correlation-Id")
}

// SecureGood tells browsers what not to do.
func SecureGood(header http.Header) {
	header.Set("X-Frame-Options", "DENY")
	header.Set("X-Xss-Protection", "0")
	header.Set("Www-Authenticate", "Bearer")
}

// ListGood is what a mail is a part of.
func ListGood(header textproto.MIMEHeader) string {
	return header.Get("List-Id")
}
