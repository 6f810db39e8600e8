package headerbuiltbyhand

import (
	"bytes"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

// Each pair below makes memory of its own and hands out what looks at it. The compiler takes such memory from the heap where
// it sees that it stays in use; in a header it is a number, nobody sees, and it lies on a stack that is used again.

//go:noinline
func ownText() string {
	raw := []byte{'s', 'e', 'c', 'o', 'n', 'd'}
	return Text(raw)
}

//go:noinline
func ownTextGood() string {
	raw := []byte{'s', 'e', 'c', 'o', 'n', 'd'}
	return TextGood(raw)
}

//go:noinline
func ownBytes(first, second string) []byte { return Bytes(first + second) }

//go:noinline
func ownBytesGood(first, second string) []byte { return BytesGood(first + second) }

//go:noinline
func ownWords(number uint32) []byte {
	numbers := []uint32{number, number, number}
	return Words(numbers)
}

//go:noinline
func ownWordsGood(number uint32) []byte {
	numbers := []uint32{number, number, number}
	return WordsGood(numbers)
}

//go:noinline
func ownSkip(first, second string) string { return Skip(first+second, len(first)) }

//go:noinline
func ownSkipGood(first, second string) string { return SkipGood(first+second, len(first)) }

// useStack writes over what lies below the caller's frame.
//
//go:noinline
func useStack(depth int) int {
	var room [32]int
	for i := range room {
		room[i] = -1
	}
	if depth > 0 {
		room[depth] = useStack(depth - 1)
	}
	return room[depth] + room[0]
}

// afterwards gives what a value looks like when other functions have run.
func afterwards[T any](make func() T, clone func(T) T) func() T {
	return func() T {
		useStack(16) // The stack grows now, and not while the value is held.
		value := make()
		useStack(8)
		return clone(value)
	}
}

func TestProof(t *testing.T) {
	first, second := strings.Repeat("a", 3), strings.Repeat("b", 3)
	proof.Wrong(t, "Text", "second", afterwards(ownText, strings.Clone), afterwards(ownTextGood, strings.Clone))
	proof.Wrong(t, "Bytes", []byte("aaabbb"),
		afterwards(func() []byte { return ownBytes(first, second) }, bytes.Clone),
		afterwards(func() []byte { return ownBytesGood(first, second) }, bytes.Clone))
	proof.Wrong(t, "Words", bytes.Repeat([]byte{7, 7, 7, 7}, 3),
		afterwards(func() []byte { return ownWords(0x07070707) }, bytes.Clone),
		afterwards(func() []byte { return ownWordsGood(0x07070707) }, bytes.Clone))
	proof.Wrong(t, "Skip", "bbb",
		afterwards(func() string { return ownSkip(first, second) }, strings.Clone),
		afterwards(func() string { return ownSkipGood(first, second) }, strings.Clone))
}
