package appendtoliteral

// CommandGood is how a worker starts.
func CommandGood(program, verbosity string) []string {
	return []string{program, "serve", "-v", verbosity}
}

// LineGood is the record of a step.
func LineGood(root, step int, where, what string) Record {
	fields := []string{
		where,
		what,
		"done",
	}
	return Record{
		Path:   Path{root, step},
		Fields: fields,
	}
}
