package sprintfofstrings

import (
	"errors"
	"fmt"
	"time"
)

type secret string

func (secret) String() string { return "***" }

// Types that print themselves, or may.
func themselves(password secret, err error, month time.Month, anything any) string {
	a := fmt.Sprintf("password %s", password)
	b := fmt.Sprintf("%s: %s", "cannot read", err)
	c := fmt.Sprintf("%s %d", month, 12)
	d := fmt.Sprintf("%s/%s", "any", anything)
	return a + b + c + d
}

// Other verbs, widths, indexes and percent signs.
func shaped(name string, n int) string {
	a := fmt.Sprintf("%q: %s", name, name)
	b := fmt.Sprintf("%s: %5d", name, n)
	c := fmt.Sprintf("%s: %d%%", name, n)
	d := fmt.Sprintf("%s: %v", name, n)
	e := fmt.Sprintf("%-20s|", name)
	f := fmt.Sprintf("%[1]s/%[1]s", name)
	return a + b + c + d + e + f
}

// Numbers alone: their texts are made in any case.
func numbers(row, column int) string { return fmt.Sprintf("%d:%d", row, column) }

// Many values: a format reads better, and the sum saves less of the whole.
func many(a, b, c, d string) string { return fmt.Sprintf("%s %s %s %s", a, b, c, d) }

// A format that is not there to read, and a list of values.
func given(format, name string, all []any) string {
	return fmt.Sprintf(format, name) + fmt.Sprintf("%s/%s", all...)
}

// A sentence: it is what formats are for.
func sentence(name string, n int) string { return fmt.Sprintf("the file %s has %d lines", name, n) }

// Once.
var root = "/srv"

var home = fmt.Sprintf("%s/home", root)

// The program ends.
func broken(name string) { panic(fmt.Sprintf("no handler for %s", name)) }

// An error's text is made once, and fmt.Errorf is its way.
func failed(name string) error { return errors.New(fmt.Sprintf("cannot open %s", name)) }

type printer struct{}

func (printer) Sprintf(format, name string) string { return name + format }

// Something else of the same name.
func shadowed(name string) string {
	fmt := printer{}
	return fmt.Sprintf("name %s", name)
}

// A sum would make a text of each of the two numbers; fmt boxes neither below 256.
func position(file string, line, column int) string {
	return fmt.Sprintf("%s:%d:%d", file, line, column)
}

const prefix = "worker"

// fmt boxes no constant, and the sum makes a text of the number first.
func worker(id int) string {
	return fmt.Sprintf("%s-%d", prefix, id)
}
