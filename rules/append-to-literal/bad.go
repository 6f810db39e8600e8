package appendtoliteral

// Command is how a worker starts.
func Command(program, verbosity string) []string {
	return append([]string{program, "serve"}, "-v", verbosity) // want append-to-literal
}

// Path is a way through a tree.
type Path []int

// Record is one line of a log.
type Record struct {
	Path   Path
	Fields []string
}

// Line is the record of a step.
func Line(root, step int, where, what string) Record {
	fields := append([]string{ // want append-to-literal
		where,
		what,
	}, "done")
	return Record{
		Path:   append(Path{root}, step), // want append-to-literal
		Fields: fields,
	}
}
