package sprintfofstringer

import (
	"fmt"
	"net/netip"
	"time"
)

// Level is how bad it is.
type Level struct {
	Name string
}

// String is its name.
func (l Level) String() string { return l.Name }

// Names are the levels as texts.
func Names(levels []Level) []string {
	names := make([]string, len(levels))
	for i, level := range levels {
		names[i] = fmt.Sprintf("%s", level) // want sprintf-of-stringer
	}
	return names
}

// Peer is an address as text.
func Peer(address netip.Addr) string {
	return fmt.Sprint(address) // want sprintf-of-stringer
}

// Took is a duration as text.
func Took(wait time.Duration) string {
	return fmt.Sprintf("%v", wait) // want sprintf-of-stringer
}
