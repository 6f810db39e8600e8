package comparedastext

import (
	"bytes"
	"fmt"
	"net"
	"strings"
)

// Values and texts.
func mixed(address net.IP, text string, list []net.IP) (bool, bool) {
	return address.String() == text, list[0].String() == "127.0.0.1"
}

// These copy nothing, or have no other way to be compared.
func others(a, b *strings.Builder, c, d *bytes.Buffer, e, f fmt.Stringer) bool {
	return a.String() == b.String() || c.String() == d.String() || e.String() != f.String() // want buffer-text-for-question
}

// Order, and the text is needed anyway.
func less(a, b net.IP) bool { return a.String() < b.String() }

type level int

func (l level) String() string { return [...]string{"low", "high"}[l&1] }

func levels(a, b level) bool { return a.String() == b.String() }
