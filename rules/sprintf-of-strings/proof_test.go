package sprintfofstrings

import (
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	bucket, name := strings.Repeat("photos", 2), strings.Repeat("2026/11/", 3)
	proof.Allocates(t, "Key", func() string { return Key(bucket, name) }, func() string { return KeyGood(bucket, name) })
	port := len(name) * 100
	proof.Allocates(t, "Address", func() string { return Address(bucket, port) }, func() string { return AddressGood(bucket, port) })
	proof.Allocates(t, "Greeting", func() string { return Greeting(name) }, func() string { return GreetingGood(name) })
	proof.Allocates(t, "Escaped", func() string { return Escaped(name) }, func() string { return EscapedGood(name) })
	proof.Allocates(t, "Indexed", func() string { return Indexed(name) }, func() string { return IndexedGood(name) })
	version := int64(port) * 1000
	proof.Allocates(t, "Path",
		func() string { return Path(bucket, name, version) }, func() string { return PathGood(bucket, name, version) })
}
