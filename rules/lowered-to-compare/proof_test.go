package loweredtocompare

import (
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	a, b := "Content-Type", strings.Join([]string{"content", "type"}, "-")
	proof.Allocates(t, "Same", func() bool { return Same(a, b) }, func() bool { return SameGood(a, b) })
	encoding := strings.Repeat("Chunked", 1)
	proof.Allocates(t, "Chunked", func() bool { return Chunked(encoding) }, func() bool { return ChunkedGood(encoding) })
	method := strings.Repeat("Get", 1)
	proof.Allocates(t, "Reads", func() bool { return Reads(method) }, func() bool { return ReadsGood(method) })
	authorization := "Bearer " + strings.Repeat("eyJhbGciOi", 12)
	proof.Allocates(t, "Token",
		func() bool { return Token(authorization) }, func() bool { return TokenGood(authorization) })
	first, second := []byte(authorization), []byte(strings.ToUpper(authorization))
	proof.Allocates(t, "SameBytes",
		func() bool { return SameBytes(first, second) }, func() bool { return SameBytesGood(first, second) })
}
