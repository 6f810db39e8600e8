package sprintfoffloat

import "fmt"

type celsius float64

func (c celsius) String() string { return "warm" }

// A type that prints itself.
func themselves(c celsius) string { return fmt.Sprintf("%.2f", c) + fmt.Sprint(c) } // want sprintf-of-stringer

// Widths, signs, words, several values.
func shaped(x, y float64) string {
	a := fmt.Sprintf("%8.3f", x)
	b := fmt.Sprintf("%+g", x)
	c := fmt.Sprintf("%.1f%%", x)
	d := fmt.Sprintf("%g/%g", x, y)
	return a + b + c + d + fmt.Sprint(x, y)
}

// Other types under the same verbs.
func others(n int, parts []float64, z complex128, anything any) string {
	return fmt.Sprintf("%v", n) + fmt.Sprintf("%v", parts) + fmt.Sprintf("%g", z) + fmt.Sprintf("%v", anything) // want sprintf-of-integer
}

// A constant is boxed at compile time.
func constant() string { return fmt.Sprintf("%g", 3.25) }
