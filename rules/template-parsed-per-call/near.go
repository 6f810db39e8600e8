package templateparsedpercall

import (
	"io"
	"net/url"
	"text/template"
	"time"
)

var pages = map[string]*template.Template{}

func init() {
	pages["a"] = template.Must(template.New("a").Parse("{{.}}"))
}

// Kept for later calls.
func page(name string) *template.Template {
	if pages[name] == nil {
		pages[name] = template.Must(template.New(name).Parse("{{.}}")) // want package-variable-grows
	}
	return pages[name]
}

type renderer struct{ page *template.Template }

func newRenderer() (*renderer, error) {
	parsed, err := template.New("page").Parse("{{.}}")
	if err != nil {
		return nil, err
	}
	return &renderer{page: parsed}, nil
}

// A text that only the caller knows.
func render(w io.Writer, text string, data any) error {
	tmpl, err := template.New("page").Parse(text)
	if err != nil {
		return err
	}
	return tmpl.Execute(w, data)
}

// Other things are parsed too.
func others(text string) (string, error) {
	at, err := url.Parse("https://go.dev/")
	if err != nil {
		return "", err
	}
	then, err := time.Parse(time.RFC3339, text)
	return at.Host + then.String(), err
}

// Its functions know what only this call knows.
func numbered(w io.Writer, lines []string) error {
	next := 0
	count := func() int { next++; return next }
	tmpl, err := template.New("lines").Funcs(template.FuncMap{"next": count}).Parse("{{range .}}{{next}} {{.}}\n{{end}}")
	if err != nil {
		return err
	}
	return tmpl.Execute(w, lines)
}

// A file may not be there yet when the program starts, or change.
func fromFile(w io.Writer, data any) error {
	tmpl, err := template.ParseFiles("page.html")
	if err != nil {
		return err
	}
	return tmpl.Execute(w, data)
}

// The template has a name before it has a text: it is parsed each time all the same.
func named(w io.Writer, data any) error {
	page := template.New("page")
	if _, err := page.Parse("{{.}}"); err != nil { // want template-parsed-per-call
		return err
	}
	return page.Execute(w, data)
}
