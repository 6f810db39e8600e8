package comparedastext

import (
	"math/big"
	"net"
	"net/netip"
)

// ListedGood tells whether an address is one of several.
func ListedGood(addresses []net.IP, address net.IP) bool {
	for _, one := range addresses {
		if one.Equal(address) {
			return true
		}
	}
	return false
}

// MovedGood tells whether a host has another address.
func MovedGood(before, after netip.Addr) bool {
	return before != after
}

// SameGood tells whether two numbers are the same.
func SameGood(a, b *big.Int) bool {
	return a.Cmp(b) == 0
}
