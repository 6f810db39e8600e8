package templateparsedpercall

import (
	html "html/template"
	"io"
	"strings"
	"text/template"
)

const letter = "Dear {{.Name}},\n{{range .Lines}}{{.}}\n{{end}}Yours"

// Mail is what a letter is made of.
type Mail struct {
	Name  string
	Lines []string
}

// Write writes a letter.
func (m *Mail) Write(w io.Writer) error {
	tmpl, err := template.New("letter").Parse(letter) // want template-parsed-per-call
	if err != nil {
		return err
	}
	return tmpl.Execute(w, m)
}

// Greeting is one line of a page.
func (m *Mail) Greeting() string {
	var line strings.Builder
	html.Must(html.New("greeting").Parse("<b>{{.Name}}</b>")).Execute(&line, m) // want template-parsed-per-call
	return line.String()
}
