// Package text builds strings and converts them.
package text

import (
	"bytes"
	"strconv"
	"strings"
)

var (
	sink      string
	sinkBytes []byte
	sinkRunes []rune
	sinkParts []string
	sinkFound bool
	words     = []string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
)

//go:noinline
func concatInLoop() {
	joined := "words in order: "
	for _, word := range words {
		joined += word + "," // @site concat-in-loop each=10
	}
	sink = joined
}

//go:noinline
func builder() {
	var b strings.Builder
	for _, word := range words {
		b.WriteString(word) // @site builder-grows
		b.WriteByte(',')    // @site builder-write-byte each=0
	}
	sink = b.String() // @site builder-string each=0
}

//go:noinline
func builderPresized() {
	var b strings.Builder
	b.Grow(200) // @site builder-grow each=1
	for _, word := range words {
		b.WriteString(word) // @site builder-presized each=0
	}
	sink = b.String()
}

//go:noinline
func buffer() {
	var b bytes.Buffer
	for range 20 {
		for _, word := range words {
			b.WriteString(word) // @site buffer-grows
		}
	}
	sink = b.String() // @site buffer-string each=1
}

//go:noinline
func toBytes(s string) {
	sinkBytes = []byte(s) // @site string-to-bytes each=1
}

//go:noinline
func toRunes(s string) {
	sinkRunes = []rune(s) // @site string-to-runes each=1
}

//go:noinline
func toString(b []byte) {
	sink = string(b) // @site bytes-to-string each=1
}

//go:noinline
func lookUp(m map[string]int, b []byte) {
	_, sinkFound = m[string(b)] // @site bytes-to-string-for-lookup each=0
}

//go:noinline
func split(s string) {
	sinkParts = strings.Split(s, ",") // @site split each=1
}

//go:noinline
func replace(s string) {
	sink = strings.ReplaceAll(s, "o", "00") // @site replace
}

//go:noinline
func number(n int) {
	sink = strconv.Itoa(n + 123456789012345678) // @site itoa each=1
}

// Run calls every function once.
func Run(n int) {
	concatInLoop()
	builder()
	builderPresized()
	buffer()
	toBytes("a string that is longer than thirty-two bytes")
	toRunes("a string that is longer than thirty-two bytes")
	toString(sinkBytes)
	lookUp(nil, sinkBytes)
	split("a,b,c,d,e")
	replace("foo boo zoo moo foo boo zoo moo")
	number(n)
}
