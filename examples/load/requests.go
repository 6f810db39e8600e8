package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// request is one request of the sequence; known is the entity tag that the
// client has already, if any.
type request struct {
	method, target, body string
	known                string
}

var (
	words      = []string{"oak", "Steel", "lamp", "desk", "salt", "cable", "wireless", "sale", "eco", "gift", "crème", "zebra"}
	categories = []string{"", "audio", "garden", "kitchen", "lighting", "office"}
)

// mix says how many of a thousand requests are of which kind.
var mix = []struct {
	weight int
	make   func(*rand.Rand) request
}{
	{210, func(r *rand.Rand) request {
		return get("/products?category=%s&offset=%d&size=%d", pick(r, categories), 10*r.IntN(8), 10+10*r.IntN(3))
	}},
	{200, func(r *rand.Rand) request { return get("/products/%d", 1+r.IntN(400)) }},
	{200, func(r *rand.Rand) request {
		return get("/search?q=%s+%s&limit=%d", pick(r, words), pick(r, words), 5+5*r.IntN(3))
	}},
	{120, func(r *rand.Rand) request { return get("/orders/%d", 1+r.IntN(600)) }},
	{100, func(r *rand.Rand) request { return get("/summary?customer=customer-%d", 1+r.IntN(25)) }},
	{70, quote},
	{49, func(r *rand.Rand) request { return get("/compare?a=%d&b=%d", 1+r.IntN(400), 1+r.IntN(400)) }},
	{20, func(r *rand.Rand) request { return get("/products/%d/similar", 1+r.IntN(400)) }},
	{10, func(r *rand.Rand) request { return get("/export.csv?category=%s", pick(r, categories[1:])) }},
	{10, func(*rand.Rand) request { return get("/metrics") }},
	{10, func(r *rand.Rand) request { return get("/products/%d", 401+r.IntN(100)) }},
	{1, func(*rand.Rand) request { return get("/admin/journal") }},
}

// sequence gives count requests, the same for the same seed.
func sequence(seed uint64, count int) []request {
	total := 0
	for _, kind := range mix {
		total += kind.weight
	}
	random := rand.New(rand.NewPCG(seed, 0))
	requests := make([]request, 0, count)
	for range count {
		at := random.IntN(total)
		for _, kind := range mix {
			if at < kind.weight {
				requests = append(requests, kind.make(random))
				break
			}
			at -= kind.weight
		}
	}
	return requests
}

// quote asks for the price of one to eight positions.
func quote(r *rand.Rand) request {
	items := make([]string, 1+r.IntN(8))
	for i := range items {
		items[i] = fmt.Sprintf(`{"id": %d, "quantity": %d}`, 1+r.IntN(400), 1+r.IntN(20))
	}
	return request{method: "POST", target: "/quote", body: `{"items": [` + strings.Join(items, ", ") + "]}\n"}
}

func get(format string, args ...any) request {
	return request{method: "GET", target: fmt.Sprintf(format, args...)}
}

func pick(r *rand.Rand, list []string) string { return list[r.IntN(len(list))] }
