package runesforfirst

// Another character than the first: its place in bytes is not known.
func third(text string) rune { return []rune(text)[2] }

// The first of runes that are there already.
type line []rune

func already(text line) rune { return []rune(text)[0] }

// The runes are used for more.
func ends(text string) (rune, rune) {
	runes := []rune(text)
	return runes[0], runes[len(runes)-1]
}

// Bytes.
func letter(text string) byte { return []byte(text)[0] }
