package mapremade

import (
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var names, grouped []string
	for i := range 200 {
		names = append(names, "user"+strconv.Itoa(i%100))
	}
	for group := range 30 {
		for i := range 10 + group {
			grouped = append(grouped, "user"+strconv.Itoa(i))
		}
		grouped = append(grouped, "")
	}
	windows := [4]Window{}
	for i := range windows {
		windows[i].counts = make(map[string]int)
	}
	counted := func(w *Window, empty func(*Window) int) func() int {
		return func() int {
			w.Add(names)
			return empty(w)
		}
	}
	proof.Allocates(t, "Most", counted(&windows[0], (*Window).Most), counted(&windows[1], (*Window).MostGood))
	reset := func(w *Window) int { w.Reset(); return len(w.counts) }
	resetGood := func(w *Window) int { w.ResetGood(); return len(w.counts) }
	proof.Allocates(t, "Reset", counted(&windows[2], reset), counted(&windows[3], resetGood))
	proof.Allocates(t, "Groups", func() []int { return Groups(grouped) }, func() []int { return GroupsGood(grouped) })
	flushed := func(flush func(func(int, string))) func() int {
		return func() int {
			for i, name := range names {
				pending[i] = name
			}
			sent := 0
			flush(func(int, string) { sent++ })
			return sent
		}
	}
	proof.Allocates(t, "Flush", flushed(Flush), flushed(FlushGood))
}
