package replacedthenwrite

import (
	"bufio"
	"os"
	"strings"
)

// The text is kept, or a part of another one.
func kept(out *bufio.Writer, item string) string {
	text := escaper.Replace(item)
	out.WriteString(text)
	out.WriteString("<li>" + escaper.Replace(item))
	return text
}

// A file gets it at once.
func saved(file *os.File, item string) { file.WriteString(escaper.Replace(item)) }

// Functions of package strings return a text.
func cleaned(out *bufio.Writer, item string) {
	out.WriteString(strings.ReplaceAll(item, "&", "&amp;"))
	out.WriteString(strings.Replace(item, "&", "&amp;", 1))
}

type rules struct{}

func (rules) Replace(text string) string { return text + "." }

// Something else with a method of this name.
func own(out *bufio.Writer, r rules, item string) { out.WriteString(r.Replace(item)) }
