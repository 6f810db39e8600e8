package stringconcatinloop

import (
	"errors"
	"strings"
)

// Numbers grow in place, whatever they are called.
func sums(values []int, weights []float64) (int, float64) {
	text, total := 0, 0.0
	for i, value := range values {
		text += value
		text = text + i
		total += weights[i]
	}
	return text, total
}

// The string is as old as the turn: it is built once, of two pieces.
func urls(hosts []string, secure bool) []string {
	all := make([]string, 0, len(hosts))
	for _, host := range hosts {
		url := "http"
		if secure {
			url += "s"
		}
		url += "://" + host
		all = append(all, url)
	}
	return all
}

// Each element is another string, and gets its piece once.
func withSuffix(names []string, notes map[string]string) {
	for i := range names {
		names[i] += ".go"
		notes[names[i]] += "!"
	}
}

type row struct {
	text string
	next *row
}

// Each turn has another row.
func finish(rows []*row) {
	for _, row := range rows {
		row.text += "|"
	}
}

func finishEach(rows []row, widths []int) {
	for i := range rows {
		rows[i].text += "|"
		rows[widths[i]].text = rows[widths[i]].text + "|"
	}
}

// So it has where what leads to the text moves on.
func finishAll(first *row) {
	for first != nil {
		first.text += "|"
		first = first.next
	}
}

type document struct {
	last  *row
	size  int
	notes [2]string
}

func (d *document) finish() {
	for d.last != nil {
		d.last.text += "|"
		d.last = d.last.next
	}
}

func (d *document) note(notes []string) {
	part := 0
	for _, note := range notes {
		d.size += len(note)
		d.notes[part] += note
		part = 1 - part
	}
}

// The loop ends with the concatenation.
func (d *document) firstMissing(names []string, known map[string]bool) {
	for _, name := range names {
		if !known[name] {
			d.last.text += name
			break
		}
	}
}

func (r *row) upToBlank(lines []string) int {
	for i, line := range lines {
		if line != "" {
			r.text += line
			return i
		}
	}
	return len(lines)
}

// Fields of numbers grow in place.
func (d *document) measure(lines []string) {
	for _, line := range lines {
		d.size += len(line)
		d.size = d.size + 1
	}
}

// The field, the element and the variable of the package begin anew on each turn.
func (r *row) flags(values map[string]string, print func(string)) (all []string) {
	for name, value := range values {
		r.text = "--" + name
		r.text += "=" + value
		all = append(all, r.text)
	}
	return all
}

var label string

func labels(names []string) (all []string) {
	notes := make([]string, 1)
	for _, name := range names {
		label = "#" + name
		label += "\n"
		notes[0] = ""
		notes[0] += label
		all = append(all, notes[0])
	}
	return all
}

// What has the struct may begin the text anew, or ask what it is. Without a profile nothing is said of it.
func (r *row) flush(print func(string)) {
	print(r.text)
	r.text = ""
}

func (r *row) wrapped(words []string, print func(string)) {
	for _, word := range words {
		r.text += word + " "
		if len(r.text) > 72 {
			r.flush(print)
		}
	}
}

func wrap(words []string, print func(*row)) {
	line := &row{}
	for _, word := range words {
		line.text += word + " "
		print(line)
	}
}

func wrapInto(lines []string, words []string, print func([]string)) {
	for _, word := range words {
		lines[0] += word + " "
		print(lines)
	}
}

func endLine() {
	label = ""
}

func labelAll(words []string) {
	for _, word := range words {
		label += word + " "
		if len(word) > 20 {
			endLine()
		}
	}
}

// The loop ends with the first concatenation.
func firstMissing(names []string, known map[string]bool) error {
	message := "unknown name "
	for _, name := range names {
		if !known[name] {
			message += name
			return errors.New(message)
		}
	}
	return nil
}

func upToBlank(lines []string) string {
	head := ""
	for _, line := range lines {
		if line != "" {
			head += line
			break
		}
	}
	return head
}

// A new variable on every turn, although it has the old one's name.
func prefixed(prefix string, names []string) int {
	size := 0
	for _, name := range names {
		prefix := prefix + "/" + name
		size += len(prefix)
	}
	return size
}

// In front: a builder does not help.
func binary(n uint) string {
	digits := ""
	for ; n > 0; n /= 2 {
		digits = string(rune('0'+n%2)) + digits
	}
	return digits
}

// After the loop, and in a function that no loop of its own runs.
func ending(names []string) string {
	longest := ""
	extend := func(piece string) { longest += piece }
	for _, name := range names {
		if len(name) > len(longest) {
			longest = name
		}
	}
	longest += "."
	extend("\n")
	return longest
}

// A sum of other things than itself is one string per turn, not all of it again.
func last(names []string) string {
	label := ""
	for _, name := range names {
		label = name + ":" + strings.ToUpper(name)
	}
	return label
}

// What T is decides; for numbers nothing is allocated.
func sum[T int | string](values []T) T {
	var total T
	for _, value := range values {
		total += value
	}
	return total
}

// The text begins anew on each turn.
func flags(values map[string]string) []string {
	var all []string
	var flag string
	for name, value := range values {
		flag = "--" + name
		if value != "" {
			flag += "=" + value
		}
		all = append(all, flag)
	}
	return all
}

// Two or three arguments, as a rule. Without a profile nothing is said of it.
func together(parts ...string) string {
	all := ""
	for _, part := range parts {
		all += part + ";"
	}
	return all
}

// The digits at the beginning: the loop ends where they do.
func digits(text string) string {
	number := ""
	for _, letter := range text {
		if letter < '0' || letter > '9' {
			break
		}
		number += string(letter)
	}
	return number
}

// Some turns add something, and nobody can tell how many. Without a profile nothing is said of it.
func missing(names []string, known map[string]bool) string {
	all := ""
	for _, name := range names {
		if !known[name] {
			all += name + " is missing\n"
		}
	}
	return all
}

// A name is made longer until it is free: mostly it is at once.
func free(lines []string, name string) string {
again:
	for {
		for _, line := range lines {
			if line == name {
				name = name + "_"
				continue again
			}
		}
		return name
	}
}

// Each turn asks what the string is: a builder does not say. Without a profile nothing is said of it.
func indented(names []string, print func(string)) {
	indent := ""
	for _, name := range names {
		indent += "  "
		print(indent + name)
	}
}

// A few, as a rule.
func problems(errs []error) string {
	all := ""
	for _, err := range errs {
		all += err.Error() + "\n"
	}
	return all
}

// Two turns: a builder takes as many objects.
func tagged(name string) string {
	text := name
	for _, tag := range []string{":latest", ":stable"} {
		text += " " + name + tag
	}
	return text
}

// What remains of a name is none to two parts, as a rule.
func full(head string, remainder []string) string {
	name := head
	for _, part := range remainder {
		name += "." + part
	}
	return name
}
