package splitforonepart

import (
	"testing"

	"heaplint.test/rules/proof"
)

type pair struct{ name, value string }

func TestProof(t *testing.T) {
	header := "de-CH,de;q=0.9,en;q=0.8,fr;q=0.7"
	proof.Allocates(t, "Language", func() string { return Language(header) }, func() string { return LanguageGood(header) })
	setting := "listen = 127.0.0.1:8080"
	proof.Allocates(t, "Value", func() string { return Value(setting) }, func() string { return ValueGood(setting) })
	proof.Allocates(t, "Setting",
		func() pair { name, value := Setting(setting); return pair{name, value} },
		func() pair { name, value := SettingGood(setting); return pair{name, value} })
	path := "/usr/local/share/doc/heaplint/README.md"
	proof.Allocates(t, "File", func() string { return File(path) }, func() string { return FileGood(path) })
	line := []byte("GET /index.html HTTP/1.1")
	proof.Allocates(t, "Verb", func() []byte { return Verb(line) }, func() []byte { return VerbGood(line) })
}
