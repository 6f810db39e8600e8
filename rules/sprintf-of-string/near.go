package sprintfofstring

import (
	"fmt"
	"net/netip"
	"net/url"
)

type secret string

func (secret) String() string { return "***" }

// Types that print themselves, or may: their text is not their bytes.
func themselves(password secret, err error, target *url.URL, address netip.Addr, anything any) string {
	a := fmt.Sprintf("%s", password) // want sprintf-of-stringer
	b := fmt.Sprintf("%v", err)
	c := fmt.Sprint(target)
	d := fmt.Sprintf("%s", address) // want sprintf-of-stringer
	e := fmt.Sprint(anything)
	return a + b + c + d + e
}

// Quotes, widths, and words around it.
func shaped(name string) string {
	a := fmt.Sprintf("%q", name) // want sprintf-of-quoted
	b := fmt.Sprintf("%10s", name)
	c := fmt.Sprintf("%.3s", name)
	d := fmt.Sprintf("name %s", name) // want sprintf-of-strings
	e := fmt.Sprintf("%x", name)
	f := fmt.Sprintf("%T", name) // want sprintf-of-type
	return a + b + c + d + e + f
}

// Bytes and lists of strings.
func bytes(data []byte, names []string) string {
	return fmt.Sprintf("%s", data) + fmt.Sprintf("%v", names) // want sprintf-of-bytes
}

// Several values.
func many(first, last string, all []any) string {
	return fmt.Sprint(first, last) + fmt.Sprintf("%s%s", first, last) + fmt.Sprint(all...) // want sprintf-of-strings
}

// A format that is not there to read.
func given(format, name string) string { return fmt.Sprintf(format, name) }

// A constant is boxed at compile time.
func constant() string { return fmt.Sprint("ready") } // want sprintf-without-verbs

type printer struct{}

func (printer) Sprintf(format, name string) string { return name + format }

// Something else of the same name.
func shadowed(name string) string {
	fmt := printer{}
	return fmt.Sprintf("%s", name)
}
