package walkwithinfos

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	root := t.TempDir()
	for i := range 40 {
		folder := filepath.Join(root, "folder"+strconv.Itoa(i%4))
		if err := os.MkdirAll(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, "file"+strconv.Itoa(i)+".go"), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	sources := func(f func(string) ([]string, error)) func() []string {
		return func() []string {
			files, err := f(root)
			if err != nil {
				panic(err)
			}
			return files
		}
	}
	proof.Allocates(t, "Sources", sources(Sources), sources(SourcesGood))
	proof.Allocates(t, "Count", func() int { return Count(root) }, func() int { return CountGood(root) })
}
