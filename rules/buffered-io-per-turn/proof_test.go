package bufferedioperturn

import (
	"io"
	"strconv"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var files []io.Reader
	var texts []*strings.Reader
	var targets []io.Writer
	var outputs []*strings.Builder
	var lines []string
	for i := range 20 {
		text := strings.NewReader("head of file " + strconv.Itoa(i) + "\nand more\n")
		texts = append(texts, text)
		files = append(files, text)
		output := new(strings.Builder)
		outputs = append(outputs, output)
		targets = append(targets, output)
		lines = append(lines, "line number "+strconv.Itoa(i)+"\n")
	}
	heads := func(f func([]io.Reader) ([]string, error)) func() []string {
		return func() []string {
			for _, text := range texts {
				text.Seek(0, io.SeekStart)
			}
			heads, err := f(files)
			if err != nil {
				panic(err)
			}
			return heads
		}
	}
	broadcast := func(f func([]io.Writer, []string) error) func() string {
		return func() string {
			for _, output := range outputs {
				output.Reset()
			}
			if err := f(targets, lines); err != nil {
				panic(err)
			}
			return outputs[7].String()
		}
	}
	proof.Allocates(t, "Heads", heads(Heads), heads(HeadsGood))
	proof.Allocates(t, "Broadcast", broadcast(Broadcast), broadcast(BroadcastGood))
}
