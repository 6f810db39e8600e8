package fieldappendwithoutcapacity

import (
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	names, cents := make([]string, 100), make(map[string]int)
	for i := range names {
		names[i] = "name" + strconv.Itoa(i)
		cents[names[i]] = i
	}
	proof.Allocates(t, "Of", func() *Report { return Of("all", names, cents) }, func() *Report { return OfGood("all", names, cents) })
	proof.Allocates(t, "Numbered", func() Report { return Numbered(names) }, func() Report { return NumberedGood(names) })
}
