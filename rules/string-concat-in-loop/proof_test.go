package stringconcatinloop

import (
	"fmt"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var scores []Score
	var fields, names, values, steps []string
	for i := range 60 {
		scores = append(scores, Score{Name: fmt.Sprintf("player %d", i), Points: i * 37})
		fields = append(fields, fmt.Sprintf("field %d", i))
	}
	for i := range 8 {
		names = append(names, fmt.Sprintf("attribute-%d", i))
		values = append(values, fmt.Sprintf("value-%d", i))
		steps = append(steps, fmt.Sprintf("step%d", i))
	}
	proof.Allocates(t, "Table", func() string { return Table(scores) }, func() string { return TableGood(scores) })
	proof.Allocates(t, "Record", func() string { return Record(fields) }, func() string { return RecordGood(fields) })
	proof.Allocates(t, "Where", func() string { return Where(fields) }, func() string { return WhereGood(fields) })
	proof.Allocates(t, "Tag", func() string { return Tag(names, values) }, func() string { return TagGood(names, values) })
	root := Path("/srv")
	proof.Allocates(t, "Below", func() Path { return root.Below(steps) }, func() Path { return root.BelowGood(steps) })
	drain := func(drain func(<-chan string) string) func() string {
		return func() string {
			lines := make(chan string, len(fields))
			for _, field := range fields {
				lines <- field
			}
			close(lines)
			return drain(lines)
		}
	}
	proof.Allocates(t, "Drain", drain(Drain), drain(DrainGood))
	lines := append([]string{"# a comment", ""}, fields...)
	proof.Allocates(t, "Marks", func() string { return Marks(lines) }, func() string { return MarksGood(lines) })
	rows := [][]string{fields[:10], fields[10:20], fields[20:30], fields[30:40]}
	proof.Allocates(t, "Grid", func() string { return Grid(rows) }, func() string { return GridGood(rows) })
}
