package builderwithoutgrow

import (
	"fmt"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var stops []Stop
	var colours []string
	for i := range 100 {
		stops = append(stops, Stop{Name: fmt.Sprintf("station %d", i), Minute: i * 7})
		colours = append(colours, fmt.Sprintf("colour %d", i))
	}
	proof.Allocates(t, "Timetable", func() string { return Timetable(stops) }, func() string { return TimetableGood(stops) })
	proof.Allocates(t, "Placeholders", func() string { return Placeholders(50) }, func() string { return PlaceholdersGood(50) })
	name := strings.Repeat("some Name_With-Marks", 8)
	proof.Allocates(t, "Clean", func() string { return Clean(name) }, func() string { return CleanGood(name) })
	proof.Allocates(t, "Legend", func() string { return Legend(colours) }, func() string { return LegendGood(colours) })
}
