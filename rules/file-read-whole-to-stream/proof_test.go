package filereadwholetostream

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	name := filepath.Join(t.TempDir(), "table.csv")
	table := strings.Repeat("one,two,three,four\n", 2000)
	if err := os.WriteFile(name, []byte(table), 0o600); err != nil {
		t.Fatal(err)
	}
	lines := func(f func(string) (int, error)) func() int {
		return func() int {
			lines, err := f(name)
			if err != nil {
				panic(err)
			}
			return lines
		}
	}
	head := func(f func(string) ([]string, error)) func() []string {
		return func() []string {
			head, err := f(name)
			if err != nil {
				panic(err)
			}
			return head
		}
	}
	proof.Allocates(t, "Lines", lines(Lines), lines(LinesGood))
	proof.Allocates(t, "Head", head(Head), head(HeadGood))
}
