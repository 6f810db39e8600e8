package reflectappendinloop

import (
	"reflect"
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

type name string

func TestProof(t *testing.T) {
	var texts []string
	for i := range 100 {
		texts = append(texts, "name "+strconv.Itoa(i))
	}
	of := reflect.TypeOf([]name(nil))
	filled := func(fill func(any, int)) func() []int {
		return func() []int {
			var numbers []int
			fill(&numbers, len(texts))
			return numbers
		}
	}
	proof.Allocates(t, "Strings", func() any { return Strings(of, texts) }, func() any { return StringsGood(of, texts) })
	proof.Allocates(t, "Fill", filled(Fill), filled(FillGood))
}
