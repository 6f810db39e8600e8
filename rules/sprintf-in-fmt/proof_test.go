package sprintfinfmt

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	host := strings.Repeat("db.example.", 2) + "com"
	text := proof.SameBy(func(bad, good error) bool { return bad.Error() == good.Error() })
	proof.Allocates(t, "Unreachable",
		func() error { return Unreachable(host, 5432) }, func() error { return UnreachableGood(host, 5432) }, text)
	proof.Allocates(t, "Wrong", func() error { return Wrong(4711) }, func() error { return WrongGood(4711) }, text)
	wrote := func(report func(w io.Writer, name string, done, all int)) func() string {
		return func() string {
			var out bytes.Buffer
			report(&out, host, 1712, 4000)
			return out.String()
		}
	}
	proof.Allocates(t, "Report", wrote(Report), wrote(ReportGood))
}
