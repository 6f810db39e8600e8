package sprintfofquoted

import "fmt"

type secret string

func (secret) String() string { return "***" }

// Types that print themselves, characters, bytes, lists.
func others(password secret, letter rune, data []byte, names []string, err error) string {
	a := fmt.Sprintf("%q", password)
	b := fmt.Sprintf("%q", letter)
	c := fmt.Sprintf("%q", data)
	d := fmt.Sprintf("%q", names)
	e := fmt.Sprintf("%q", err)
	return a + b + c + d + e
}

// Other quotes, and words around it.
func shaped(name string) string {
	return fmt.Sprintf("%#q", name) + fmt.Sprintf("%+q", name) + fmt.Sprintf("name=%q", name)
}
