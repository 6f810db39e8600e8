package replacechain

import "strings"

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// EscapeGood makes a text harmless for HTML.
func EscapeGood(text string) string {
	return escaper.Replace(text)
}

var cleaner = strings.NewReplacer(" ", "-", "/", "-", ":", "")

// CleanGood makes a name of a title.
func CleanGood(title string) string {
	return cleaner.Replace(title)
}
