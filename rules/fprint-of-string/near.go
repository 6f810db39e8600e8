package fprintofstring

import (
	"fmt"
	"hash"
	"io"
	"net"
	"os"
	"text/tabwriter"
)

type state string

func (s state) String() string { return "on" }

// Types that print themselves, or may, and other values.
func others(w io.Writer, s state, err error, n int, anything any) {
	fmt.Fprint(w, s)
	fmt.Fprintf(w, "%s", err)
	fmt.Fprintln(w, n)
	fmt.Fprint(w, anything)
}

// Several values, words around them, and widths.
func shaped(w io.Writer, first, last string) {
	fmt.Fprint(w, first, last)
	fmt.Fprintf(w, "name: %s\n", first)
	fmt.Fprintf(w, "%-20s", last)
	fmt.Fprintf(w, "%q", last)
}

// The line break would be a write of its own, to whatever stands behind the writer.
func line(w io.Writer, name string) {
	fmt.Fprintln(w, name)
	fmt.Fprintf(w, "%s\n", name)
}

// A constant is boxed at compile time, and what people are told is not worth it.
func told(w io.Writer, name string) {
	fmt.Fprint(w, "ready")
	fmt.Fprintln(os.Stderr, name)
}

// These have no WriteString, so that io.WriteString makes a copy: one object in place of another.
func copied(conn net.Conn, sum hash.Hash, table *tabwriter.Writer, text string) {
	fmt.Fprint(conn, text)
	fmt.Fprint(sum, text)
	fmt.Fprintf(table, "%s", text)
}

type press struct{}

func (press) Fprint(w io.Writer, text string) {}

// Something else of the package's name.
func shadowed(w io.Writer, text string) {
	fmt := press{}
	fmt.Fprint(w, text)
}
