package sprintfofstringer

import (
	"net/netip"
	"testing"
	"time"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	levels := []Level{{"nothing to speak of"}, {"worth a look"}, {"somebody has to get up"}, {"all is lost"}}
	proof.Allocates(t, "Names", func() []string { return Names(levels) }, func() []string { return NamesGood(levels) })
	address := netip.MustParseAddr("2001:db8::17")
	proof.Allocates(t, "Peer", func() string { return Peer(address) }, func() string { return PeerGood(address) })
	wait := 1234567 * time.Microsecond
	proof.Allocates(t, "Took", func() string { return Took(wait) }, func() string { return TookGood(wait) })
}
