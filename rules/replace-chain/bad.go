package replacechain

import "strings"

// Escape makes a text harmless for HTML.
func Escape(text string) string {
	return strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(text, "&", "&amp;"), "<", "&lt;"), ">", "&gt;") // want replace-chain
}

// Clean makes a name of a title.
func Clean(title string) string {
	title = strings.ReplaceAll(title, " ", "-")
	title = strings.ReplaceAll(title, "/", "-")
	title = strings.ReplaceAll(title, ":", "") // want replace-chain
	return title
}
