package packagevariablegrows

import (
	"strconv"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	turn, path := 0, strings.Repeat("/a/part/of/a/long/path", 40)
	recorded := func(record func(Event) int) func() int {
		return func() (last int) {
			for i := range 1000 {
				last = record(Event{Name: "event number " + strconv.Itoa(i), Level: i % 5})
			}
			return last
		}
	}
	proof.Keeps(t, "Record", recorded(Record), recorded(RecordGood))
	changed := func(changed func(Event) bool) func() int {
		return func() (all int) {
			turn++
			for i := range 1000 {
				if changed(Event{Name: path + strconv.Itoa(turn) + "/" + strconv.Itoa(i)}) {
					all++
				}
			}
			return all
		}
	}
	proof.Keeps(t, "Changed", changed(Changed), changed(ChangedGood))
}
