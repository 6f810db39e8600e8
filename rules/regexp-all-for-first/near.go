package regexpallforfirst

// One match is looked for; a slice of one costs little more.
func limited(text string) string { return number.FindAllString(text, 1)[0] }

// Another than the first.
func second(text string) string { return number.FindAllString(text, -1)[1] }

// All are used.
func count(text string) (string, int) {
	all := number.FindAllString(text, -1)
	return all[0], len(all)
}

type index struct{}

func (index) FindAll(text []byte, limit int) [][]byte { return [][]byte{text} }

// Something else of this name.
func other(number index, text []byte) []byte { return number.FindAll(text, -1)[0] }
