package runeliteralwritten

import (
	"bytes"
	"strings"
)

// Characters of several bytes, and those that only the run knows.
func others(out *strings.Builder, letter rune) {
	out.WriteRune('é')
	out.WriteRune('\u00e9')
	out.WriteRune('→')
	out.WriteRune(letter)
	out.WriteRune(letter + 'a')
}

// A buffer looks for ASCII first.
func buffered(out *bytes.Buffer) { out.WriteRune('\n') }

// The number of bytes is asked for.
func counted(out *strings.Builder) int {
	n, _ := out.WriteRune('\n')
	return n
}

type canvas struct{ cells []rune }

func (c *canvas) WriteRune(cell rune) { c.cells = append(c.cells, cell) }

// Something else with a method of this name.
func own(c *canvas) { c.WriteRune('x') }
