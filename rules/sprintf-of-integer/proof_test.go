package sprintfofinteger

import (
	"fmt"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	endpoint := Endpoint{Host: "db.example.com", Port: 5432}
	proof.Allocates(t, "Address", func() string { return endpoint.Address() }, func() string { return endpoint.AddressGood() })
	var ids []int64
	var names []string
	for i := range 100 {
		ids = append(ids, int64(i)*104729)
		names = append(names, fmt.Sprintf("name-%d", i))
	}
	proof.Allocates(t, "Join", func() string { return Join(ids) }, func() string { return JoinGood(ids) })
	proof.Allocates(t, "Index",
		func() map[string]string { return Index(names) }, func() map[string]string { return IndexGood(names) })
	id := uint64(len(names)) * 1_000_003_117
	proof.Allocates(t, "Token", func() string { return Token(id) }, func() string { return TokenGood(id) })
	proof.Allocates(t, "Mode", func() string { return Mode(uint32(id)) }, func() string { return ModeGood(uint32(id)) })
	proof.Allocates(t, "Flags", func() string { return Flags(int(id)) }, func() string { return FlagsGood(int(id)) })
	data := []byte("some data to sum up")
	proof.Allocates(t, "Checksum", func() string { return Checksum(data) }, func() string { return ChecksumGood(data) })
}
