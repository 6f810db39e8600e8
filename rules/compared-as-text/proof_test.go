package comparedastext

import (
	"math/big"
	"net"
	"net/netip"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var addresses []net.IP
	for i := range 20 {
		addresses = append(addresses, net.IPv4(192, 168, 100, byte(i)))
	}
	wanted := addresses[len(addresses)-1].To4()
	before, after := netip.AddrFrom4([4]byte(wanted)), netip.AddrFrom4([4]byte(addresses[0].To4()))
	a, b := big.NewInt(int64(len(addresses))), big.NewInt(1)
	a.Exp(a, a, nil)
	b.Set(a)
	proof.Allocates(t, "Listed", func() bool { return Listed(addresses, wanted) }, func() bool { return ListedGood(addresses, wanted) })
	proof.Allocates(t, "Moved", func() bool { return Moved(before, after) }, func() bool { return MovedGood(before, after) })
	proof.Allocates(t, "Same", func() bool { return Same(a, b) }, func() bool { return SameGood(a, b) })
}
