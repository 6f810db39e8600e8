package directorywithinfos

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
		name := filepath.Join(root, "entry"+strconv.Itoa(i))
		if i%4 == 0 {
			if err := os.Mkdir(name, 0o700); err != nil {
				t.Fatal(err)
			}
		} else if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	folders := func(f func(string) ([]string, error)) func() []string {
		return func() []string {
			folders, err := f(root)
			if err != nil {
				panic(err)
			}
			return folders
		}
	}
	count := func(f func(*os.File) (int, error)) func() int {
		return func() int {
			folder, err := os.Open(root)
			if err != nil {
				panic(err)
			}
			defer folder.Close()
			files, err := f(folder)
			if err != nil {
				panic(err)
			}
			return files
		}
	}
	proof.Allocates(t, "Folders", folders(Folders), folders(FoldersGood))
	proof.Allocates(t, "Count", count(Count), count(CountGood))
}
