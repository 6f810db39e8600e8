//go:build go1.25

package mapcopiedbyloop

import (
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	settings, counts := make(Settings), make(map[int]int)
	for i := range 500 {
		settings["setting"+strconv.Itoa(i)] = "on"
		counts[i] = i
	}
	proof.Faster(t, "Copy", settings.Copy, settings.CopyGood)
	proof.Faster(t, "Snapshot", func() map[int]int { return Snapshot(counts) }, func() map[int]int { return SnapshotGood(counts) })
}
