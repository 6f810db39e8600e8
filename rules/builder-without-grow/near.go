package builderwithoutgrow

import (
	"bufio"
	"strings"
)

// Outside of any loop.
func greeting(name string) string {
	var text strings.Builder
	text.WriteString("Hello, ")
	text.WriteString(name)
	return text.String()
}

// Nobody knows how many lines will come.
func collected(lines *bufio.Scanner) string {
	var text strings.Builder
	for lines.Scan() {
		text.WriteString(lines.Text()) // want line-only-inspected
	}
	return text.String()
}

func received(words <-chan string) string {
	var text strings.Builder
	for word := range words {
		text.WriteString(word)
	}
	return text.String()
}

func tokens(next func() (string, bool)) string {
	var text strings.Builder
	for {
		token, more := next()
		if !more {
			return text.String()
		}
		text.WriteString(token)
	}
}

// A fixed number of short turns.
func plate(letter byte) string {
	var text strings.Builder
	for i := 0; i < 3; i++ {
		text.WriteByte(letter + byte(i))
	}
	return text.String()
}

// It has its room, however it came by it.
func sized(words []string) string {
	size := 0
	for _, word := range words {
		size += len(word)
	}
	var text strings.Builder
	if size > 64 {
		text.Grow(size)
	}
	for _, word := range words {
		text.WriteString(word)
	}
	return text.String()
}

// A builder of each turn's own, for a text of two pieces.
func each(words []string) []string {
	lines := make([]string, 0, len(words))
	for _, word := range words {
		var line strings.Builder
		line.WriteString(word)
		line.WriteByte('\n')
		lines = append(lines, line.String())
	}
	return lines
}

// The loop ends with the first write.
func firstLong(words []string) string {
	var text strings.Builder
	for _, word := range words {
		if len(word) > 20 {
			text.WriteString(word)
			return text.String()
		}
	}
	return ""
}

// It is written to before and after, and only measured within.
func around(words []string) string {
	var text strings.Builder
	text.WriteString("<")
	total := 0
	for _, word := range words {
		total += len(word) + text.Len()
	}
	for total > 9 {
		total /= 10
	}
	text.WriteByte('0' + byte(total))
	return text.String()
}

// Builder makes queries, not texts.
type Builder struct{ conditions int }

// WriteString counts.
func (b *Builder) WriteString(string) { b.conditions++ }

func own(words []string) int {
	var query Builder
	for _, word := range words {
		query.WriteString(word)
	}
	return query.conditions
}

type kit struct{ Builder *Builder }

// Something else of the package's name.
func shadowed(words []string) int {
	strings := kit{Builder: &Builder{}}
	for _, word := range words {
		strings.Builder.WriteString(word)
	}
	return strings.Builder.conditions
}

// A parameter may have its room by now.
func given(text *strings.Builder, words []string) {
	for _, word := range words {
		text.WriteString(word)
	}
}

// How many of them pass the condition, nobody knows before: room for all could be a waste.
func filtered(words []string) string {
	var text, rest strings.Builder
	for _, word := range words {
		if len(word) > 80 {
			text.WriteString(word)
		}
		switch word {
		case "a":
			rest.WriteByte('1')
		case "b":
			rest.WriteByte('2')
		}
	}
	for _, word := range words {
		if word == "" {
			continue
		}
		text.WriteString(word)
	}
	return text.String() + rest.String()
}
