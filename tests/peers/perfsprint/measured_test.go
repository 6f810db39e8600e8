package perfsprint

import (
	"strconv"
	"testing"

	"heaplint.test/peers/measure"
)

var sink string

func TestNothingIsSaved(t *testing.T) {
	number := 4242
	measure.Nothing(t, "a constant", func() { sink = ofConstant() }, func() { sink = strconv.Itoa(number) })
}
