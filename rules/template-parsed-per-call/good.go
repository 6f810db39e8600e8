package templateparsedpercall

import (
	html "html/template"
	"io"
	"strings"
	"text/template"
)

var (
	letterTemplate   = template.Must(template.New("letter").Parse(letter))
	greetingTemplate = html.Must(html.New("greeting").Parse("<b>{{.Name}}</b>"))
)

// WriteGood writes a letter.
func (m *Mail) WriteGood(w io.Writer) error {
	return letterTemplate.Execute(w, m)
}

// GreetingGood is one line of a page.
func (m *Mail) GreetingGood() string {
	var line strings.Builder
	greetingTemplate.Execute(&line, m)
	return line.String()
}
