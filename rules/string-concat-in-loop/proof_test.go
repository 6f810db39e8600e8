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
	proof.Allocates(t, "Fill", func() string { return (&Page{Title: "fields"}).Fill(fields) }, func() string { return (&Page{Title: "fields"}).FillGood(fields) })
	pages := []*Page{{Rows: fields[:20]}, {Rows: fields[20:40]}, {Rows: fields[40:]}}
	proof.Allocates(t, "Book", func() Page { return Book(Page{Text: "all: "}, pages) }, func() Page { return BookGood(Page{Text: "all: "}, pages) })
	table := [][]string{fields[:2], fields[2:4], fields[4:6], fields[6:8], fields[8:10], fields[10:12], fields[12:14], fields[14:16]}
	proof.Allocates(t, "Columns", func() []string { return Columns(table) }, func() []string { return ColumnsGood(table) })
	sections := map[string][]string{"first": fields[:20], "second": fields[20:40], "third": fields[40:]}
	proof.Allocates(t, "Sections", func() map[string]string { return Sections(sections) }, func() map[string]string { return SectionsGood(sections) })
	proof.Allocates(t, "Describe", func() string { out := "names: "; return Describe(&out, fields) }, func() string { out := "names: "; return DescribeGood(&out, fields) })
	proof.Allocates(t, "Note", func() string { return Note(fields) }, func() string { return NoteGood(fields) })
}
