package answerswithoutbuffer

import (
	"strconv"
	"testing"
	"time"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	names := make([]string, 50)
	for i := range names {
		names[i] = "document " + strconv.Itoa(i)
	}
	load := func(name string) []byte { return []byte(name + name) }
	add := func(length int) int { // what takes the answers writes each somewhere
		time.Sleep(20 * time.Microsecond)
		return length
	}
	run := func(gather func([]string, func(string) []byte, func(int) int) int) func() {
		return func() { gather(names, load, add) }
	}
	if bad, good := Lengths(names, load, add), LengthsGood(names, load, add); bad != good {
		t.Fatalf("%d is not %d", good, bad)
	}
	if bad, good := Longest(names, load, add), LongestGood(names, load, add); bad != good {
		t.Fatalf("%d is not %d", good, bad)
	}
	proof.Waits(t, "Lengths", run(Lengths), run(LengthsGood))
	proof.Waits(t, "Longest", run(Longest), run(LongestGood))
}
