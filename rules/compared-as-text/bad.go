package comparedastext

import (
	"math/big"
	"net"
	"net/netip"
)

// Listed tells whether an address is one of several.
func Listed(addresses []net.IP, address net.IP) bool {
	for _, one := range addresses {
		if one.String() == address.String() { // want compared-as-text
			return true
		}
	}
	return false
}

// Moved tells whether a host has another address.
func Moved(before, after netip.Addr) bool {
	return before.String() != after.String() // want compared-as-text
}

// Same tells whether two numbers are the same.
func Same(a, b *big.Int) bool {
	return a.String() == b.String() // want compared-as-text
}
