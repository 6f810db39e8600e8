package csvrecordperrow

import (
	"io"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	table := strings.Repeat("Ada;London;1815;Countess\nAlan;London;1912;Fellow\n", 100)
	cities := func(f func(io.Reader) ([]string, error)) func() []string {
		return func() []string {
			cities, err := f(strings.NewReader(table))
			if err != nil {
				panic(err)
			}
			return cities
		}
	}
	proof.Allocates(t, "Cities", cities(Cities), cities(CitiesGood))
}
