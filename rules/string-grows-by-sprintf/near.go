package stringgrowsbysprintf

import "fmt"

// A new text on every turn, and one that is as old as the turn.
func each(names []string) []string {
	labels := make([]string, 0, len(names))
	for i, name := range names {
		label := name
		if i > 0 {
			label = fmt.Sprintf("%s (%d)", label, i) // want sprintf-of-strings
		}
		labels = append(labels, label)
	}
	return labels
}

// Once.
func ended(text string, n int) string {
	text = fmt.Sprintf("%s%03d", text, n)
	return text
}

// On the way out of the loop.
func upTo(names []string) string {
	text := "unknown: "
	for _, name := range names {
		if name != "" {
			text = fmt.Sprintf("%s%q", text, name)
			break
		}
	}
	return text
}

// It replaces the text: nothing grows.
func last(names []string) string {
	text := ""
	for i, name := range names {
		text = fmt.Sprintf("%03d %s", i, name)
	}
	return text
}

// Each turn asks for what there is so far: a builder would have to copy it.
func paths(root string, names []string, visit func(string)) {
	path := root
	for _, name := range names {
		path = fmt.Sprintf("%s/%s.d", path, name) // want sprintf-of-strings
		visit(path)
	}
}

// What comes new stands around what there is.
func nested(names []string) string {
	text := "x"
	for _, name := range names {
		text = fmt.Sprintf("%s(%q, %d)", name, text, len(name))
		text = fmt.Sprintf("(%s or %d)", text, len(name)) // want sprintf-of-strings
	}
	return text
}

// On some turns, what comes new stands behind it, on others around it.
func chained(names []string) string {
	text := "x"
	for i, name := range names {
		if i == 0 {
			text = fmt.Sprintf("%s[%d]", text, len(name)) // want sprintf-of-strings
		} else {
			text = fmt.Sprintf("(%s || %q)", text, name)
		}
	}
	return text
}

// Each turn begins again.
func again(names []string, print func(string)) {
	var line string
	for i, name := range names {
		line = name
		line = fmt.Sprintf("%s: %d", line, i) // want sprintf-of-strings
		print(line)
	}
}
