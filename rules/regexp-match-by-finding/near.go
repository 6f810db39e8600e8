package regexpmatchbyfinding

// What is found is used.
func numberOf(line string) string {
	found := number.FindStringSubmatch(line)
	if found == nil {
		return ""
	}
	return found[1]
}

// Several are asked for.
func twice(line string) bool {
	return len(number.FindAllString(line, -1)) > 1 || len(number.FindAllString(line, 2)) == 2
}

// An empty match is a match.
func found(line string) bool { return number.FindString(line) != "" }

type tree struct{ children []*tree }

func (t *tree) FindStringSubmatch(string) []*tree { return t.children }

// Something else of this name.
func has(number *tree) bool { return number.FindStringSubmatch("a") != nil }
