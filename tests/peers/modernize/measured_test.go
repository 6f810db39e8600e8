package modernize

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"heaplint.test/peers/measure"
)

var sinks struct {
	text    string
	truth   bool
	numbers []int
	of      reflect.Type
}

func TestNothingIsSaved(t *testing.T) {
	text := "https://example.com/a,b"
	measure.Nothing(t, "Index and Cut",
		func() { sinks.text = beforeComma(text) }, func() { sinks.text, _, _ = strings.Cut(text, ",") })
	measure.Nothing(t, "HasPrefix and CutPrefix",
		func() { sinks.text = withoutPrefix(text) }, func() { sinks.text, _ = strings.CutPrefix(text, "https://") })
	numbers := []int{5, 3, 8, 13, 21}
	measure.Nothing(t, "Contains",
		func() { sinks.truth = contains(numbers, 8) }, func() { sinks.truth = slices.Contains(numbers, 8) })
	ages, more := map[string]int{"a": 1}, map[string]int{"a": 2}
	measure.Nothing(t, "maps.Copy", func() { merged(ages, more) }, func() { maps.Copy(ages, more) })
	measure.Nothing(t, "Clone", func() { sinks.numbers = clonedSlice(numbers) }, func() { sinks.numbers = slices.Clone(numbers) })
	measure.Nothing(t, "Delete",
		func() { sinks.numbers = removed(slices.Clone(numbers), 2) },
		func() { sinks.numbers = slices.Delete(slices.Clone(numbers), 2, 3) })
	measure.Nothing(t, "TypeFor", func() { sinks.of = typeOfError() }, func() { sinks.of = reflect.TypeFor[error]() })
	work := func() {}
	var wg sync.WaitGroup
	measure.Nothing(t, "WaitGroup.Go", func() { inBackground(&wg, work); wg.Wait() }, func() { wg.Go(work); wg.Wait() })
}
