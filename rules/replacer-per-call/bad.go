package replacerpercall

import "strings"

// Escape makes a text harmless for HTML.
func Escape(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(text) // want replacer-per-call
}

// Clean makes a file's name of a title.
func Clean(title string) string {
	names := strings.NewReplacer(" ", "-", "/", "-", ":", "") // want replacer-per-call
	return names.Replace(title)
}
