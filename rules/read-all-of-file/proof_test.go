package readalloffile

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	settings := map[string]string{}
	for i := range 100 {
		settings["setting"+strconv.Itoa(i)] = "value " + strconv.Itoa(i*i)
	}
	data, err := json.Marshal(settings)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "settings.json")
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
	load := func(f func(string) (map[string]string, error)) func() map[string]string {
		return func() map[string]string {
			settings, err := f(name)
			if err != nil {
				panic(err)
			}
			return settings
		}
	}
	proof.Allocates(t, "Load", load(Load), load(LoadGood))
}
