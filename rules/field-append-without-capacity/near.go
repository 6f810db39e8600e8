package fieldappendwithoutcapacity

// What is there already, nobody knows: of a receiver, a parameter, a result of a call.
func (r *Report) add(names []string) {
	for _, name := range names {
		r.Rows = append(r.Rows, Row{Name: name})
	}
}

func from(newReport func() *Report, names []string) *Report {
	report := newReport()
	for _, name := range names {
		report.Rows = append(report.Rows, Row{Name: name})
	}
	return report
}

// Something is in it, or somebody may have filled it.
func filled(names []string, fill func(*Report)) []*Report {
	one := &Report{Rows: make([]Row, 0, len(names))}
	for _, name := range names {
		one.Rows = append(one.Rows, Row{Name: name})
	}
	two := &Report{"title", nil, 0}
	for _, name := range names {
		two.Rows = append(two.Rows, Row{Name: name})
	}
	three := &Report{}
	fill(three)
	for _, name := range names {
		three.Rows = append(three.Rows, Row{Name: name})
	}
	four := &Report{}
	four.Rows = append(four.Rows, Row{Name: "header"})
	for _, name := range names {
		four.Rows = append(four.Rows, Row{Name: name})
	}
	return []*Report{one, two, three, four}
}

// Some turns only, two at once, or nobody knows how many.
func others(names []string, more <-chan string) (Report, Report, Report) {
	var one, two, three Report
	for _, name := range names {
		if name != "" {
			one.Rows = append(one.Rows, Row{Name: name})
		}
	}
	for _, name := range names {
		two.Rows = append(two.Rows, Row{Name: name}, Row{})
	}
	for name := range more {
		three.Rows = append(three.Rows, Row{Name: name})
	}
	return one, two, three
}

// A struct of each turn's own.
func each(names []string) []Report {
	all := make([]Report, 0, len(names))
	for _, name := range names {
		report := Report{}
		report.Rows = append(report.Rows, Row{Name: name})
		all = append(all, report)
	}
	return all
}
