package fieldappendwithoutcapacity

// Row is a line of a report.
type Row struct {
	Name  string
	Cents int
}

// Report is many lines.
type Report struct {
	Title string
	Rows  []Row
	total int
}

// Of is a report of amounts.
func Of(title string, names []string, cents map[string]int) *Report {
	report := &Report{Title: title}
	report.total = len(names)
	for _, name := range names {
		report.Rows = append(report.Rows, Row{name, cents[name]}) // want field-append-without-capacity
	}
	return report
}

// Numbered is a report of positions.
func Numbered(names []string) Report {
	var report Report
	for i := 0; i < len(names); i++ {
		report.Rows = append(report.Rows, Row{names[i], i}) // want field-append-without-capacity
		report.total += i
	}
	return report
}
