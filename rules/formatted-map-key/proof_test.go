package formattedmapkey

import (
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	visits := make([]Visit, 500)
	for i := range visits {
		visits[i] = Visit{Host: "host" + strconv.Itoa(i%20) + ".example", Port: 8000 + i%5, User: "user" + strconv.Itoa(i%10)}
	}
	proof.Allocates(t, "Hosts", func() []int { return Hosts(visits) }, func() []int { return HostsGood(visits) })
	proof.Allocates(t, "Repeated", func() int { return Repeated(visits) }, func() int { return RepeatedGood(visits) })
}
