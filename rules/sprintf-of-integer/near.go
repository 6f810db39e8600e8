package sprintfofinteger

import (
	"fmt"
	"io"
	"math/big"
	"time"
)

type level int

func (l level) String() string { return [...]string{"low", "high"}[l&1] }

// What prints itself has another text than its number.
func names(l level, wait time.Duration, month time.Month) string {
	a := fmt.Sprintf("%v", l) // want sprintf-of-stringer
	b := fmt.Sprint(wait)     // want sprintf-of-stringer
	c := fmt.Sprint(month)    // want sprintf-of-stringer
	d := fmt.Sprintf("%x", l) // the digits of the letters of its text
	return a + b + c + d
}

// A width, a sign, capital digits, a character, or words around it: strconv does not say the same.
func shaped(n int, letter rune) string {
	a := fmt.Sprintf("%03d", n)
	b := fmt.Sprintf("%+d", n)
	c := fmt.Sprintf("%X", n)
	d := fmt.Sprintf("%d items", n)
	e := fmt.Sprintf("%c", letter)
	f := fmt.Sprintf("%d/%d", n, n+1)
	return a + b + c + d + e + f
}

// Other types under the same verbs.
func others(ratio float64, ok bool, ids []int, at *int, total *big.Int, anything any) string {
	a := fmt.Sprintf("%v", ratio) // want sprintf-of-float
	b := fmt.Sprint(ok)           // want sprintf-of-bool
	c := fmt.Sprintf("%d", ids)
	d := fmt.Sprintf("%v", at)
	e := fmt.Sprintf("%d", total)
	f := fmt.Sprint(anything)
	return a + b + c + d + e + f
}

// Several values, and a list of them.
func many(n int, all []any) string {
	return fmt.Sprint(n, n) + fmt.Sprint(all...) + fmt.Sprintf("%d", all...)
}

// Into a writer: there is no string to save.
func write(w io.Writer, n int) {
	fmt.Fprintf(w, "%d", n)
}

// A constant is boxed at compile time.
const answer = 42

func constant() string { return fmt.Sprintf("%d", answer) }

type printer struct{}

func (printer) Sprintf(format string, n int) string { return format[:n] }

func (printer) Sprint(n int) string { return string(rune(n)) }

// Something else of the same name.
func shadowed(n int) string {
	fmt := printer{}
	return fmt.Sprintf("%d", n) + fmt.Sprint(n)
}

// Sprint is our own.
func Sprint(n int) string { return string(rune('a' + n%26)) }

func own(n int) string { return Sprint(n) }
