package joinedmapkey

import (
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	requests := make([]Request, 500)
	for i := range requests {
		requests[i] = Request{Method: "GET", Path: "/articles/of/the/year/" + strconv.Itoa(1990+i%40)}
	}
	proof.Allocates(t, "Routes", func() []int { return Routes(requests) }, func() []int { return RoutesGood(requests) })
	proof.Allocates(t, "Last", func() int { return Last(requests) }, func() int { return LastGood(requests) })
	proof.Allocates(t, "Repeated", func() int { return Repeated(requests) }, func() int { return RepeatedGood(requests) })
}
