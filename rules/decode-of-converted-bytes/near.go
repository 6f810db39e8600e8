package decodeofconvertedbytes

import "encoding/hex"

type text string

// A string already, whatever its type.
func decoded(a string, b text) ([]byte, []byte) {
	first, _ := hex.DecodeString(a)
	second, _ := hex.DecodeString(string(b))
	return first, second
}

// Decoded as bytes.
func bytes(text []byte) (data []byte, err error) {
	return hex.AppendDecode(data, text)
}

type codec struct{}

func (codec) DecodeString(text string) string { return text }

// Something else of this name.
func other(hex codec, text []byte) string { return hex.DecodeString(string(text)) }

// A function of one's own by this name.
func own(hex codec, data []byte) string {
	string := func(data []byte) string { return "" }
	return hex.DecodeString(string(data))
}

// Two digits: the copy stays on the stack.
func escaped(text []byte, at int) ([]byte, error) {
	return hex.DecodeString(string(text[at : at+2]))
}
