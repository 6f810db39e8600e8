// Package measure holds the examples that save nothing to that claim, on the Go that runs the tests.
package measure

import (
	"runtime"
	"testing"
)

// Nothing fails where the cure allocates fewer objects or bytes than the form that another linter reports.
func Nothing(t *testing.T, name string, reported, cure func()) {
	t.Helper()
	before, after := perRun(reported), perRun(cure)
	if after.objects < before.objects || after.bytes < before.bytes {
		t.Errorf("%s: %d objects and %d bytes, its cure %d and %d: something is saved", name, before.objects, before.bytes, after.objects, after.bytes)
	}
}

type cost struct{ objects, bytes uint64 }

// perRun is what one call allocates, the least of several series.
func perRun(call func()) cost {
	const runs = 200
	least := cost{1 << 60, 1 << 60}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for range 5 {
		call()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		for range runs {
			call()
		}
		runtime.ReadMemStats(&after)
		least.objects = min(least.objects, (after.Mallocs-before.Mallocs)/runs)
		least.bytes = min(least.bytes, (after.TotalAlloc-before.TotalAlloc)/runs)
	}
	return least
}
