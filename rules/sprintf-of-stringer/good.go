package sprintfofstringer

import (
	"net/netip"
	"time"
)

// NamesGood are the levels as texts.
func NamesGood(levels []Level) []string {
	names := make([]string, len(levels))
	for i, level := range levels {
		names[i] = level.String()
	}
	return names
}

// PeerGood is an address as text.
func PeerGood(address netip.Addr) string {
	return address.String()
}

// TookGood is a duration as text.
func TookGood(wait time.Duration) string {
	return wait.String()
}
