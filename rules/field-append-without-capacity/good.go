package fieldappendwithoutcapacity

// OfGood is a report of amounts.
func OfGood(title string, names []string, cents map[string]int) *Report {
	report := &Report{Title: title, Rows: make([]Row, 0, len(names))}
	report.total = len(names)
	for _, name := range names {
		report.Rows = append(report.Rows, Row{name, cents[name]})
	}
	return report
}

// NumberedGood is a report of positions.
func NumberedGood(names []string) Report {
	report := Report{Rows: make([]Row, 0, len(names))}
	for i := 0; i < len(names); i++ {
		report.Rows = append(report.Rows, Row{names[i], i})
		report.total += i
	}
	return report
}
