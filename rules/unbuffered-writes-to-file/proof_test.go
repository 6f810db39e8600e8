package unbufferedwritestofile

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var lines []string
	for i := range 1000 {
		lines = append(lines, "line number "+strconv.Itoa(i)+"\n")
	}
	name := filepath.Join(t.TempDir(), "lines")
	written := func(write func(string, []string) error) func() int64 {
		return func() int64 {
			if err := write(name, lines); err != nil {
				panic(err)
			}
			info, err := os.Stat(name)
			if err != nil {
				panic(err)
			}
			return info.Size()
		}
	}
	proof.Faster(t, "Save", written(Save), written(SaveGood))
	proof.Faster(t, "Append", written(Append), written(AppendGood))
}
