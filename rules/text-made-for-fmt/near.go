package textmadeforfmt

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strconv"
	"strings"
)

type state string

// Strings of other types, characters, and texts that fmt would make in another way.
func others(s state, letter rune, runes []rune, u *url.URL) string {
	return fmt.Sprintf("%q %q %q %q", string(s), string(letter), string(runes), u.String())
}

// Beside another text, or for something that formats nothing.
func framed(err error, body []byte) error {
	if len(body) > 80 {
		return fmt.Errorf("%03d: %w", 1, errors.New("too long: "+string(body))) // want error-formatted-per-call
	}
	return errors.New(strings.ToUpper(err.Error()))
}

// A format is no value.
func format(w io.Writer, err error) {
	fmt.Fprintf(w, err.Error(), 1)
}

// A builder's String copies nothing.
func built(parts *strings.Builder) string { return fmt.Sprintf("<%5s>", parts.String()) }

// The value itself.
func given(err error, body []byte) string { return fmt.Sprintf("%5s %s", err, body) }

// An error that formats itself says more by these, and quotes and digits of a text that was made are others than those of its value.
func verbs(err error, digest []byte, port int) string {
	told := fmt.Sprintf("%+v %#v", err.Error(), err.Error())
	return told + fmt.Sprintf("%q %x %q", strconv.Itoa(port), hex.EncodeToString(digest), strconv.Quote(told))
}

// The format is elsewhere: nobody sees by which verb.
func elsewhere(w io.Writer, format string, body []byte, port int) {
	fmt.Fprintf(w, format, string(body), strconv.Itoa(port))
}
