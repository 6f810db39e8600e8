// Package orders keeps the orders of the shop and sums them up.
package orders

import (
	"fmt"
	"math/rand/v2"

	"example.com/textbook/internal/stats"
)

// Line is one position of an order.
type Line struct {
	ProductID int   `json:"product_id"`
	Quantity  int   `json:"quantity"`
	UnitCents int64 `json:"unit_cents"`
}

// Order is what one customer bought at one time.
type Order struct {
	ID        int    `json:"id"`
	Reference string `json:"reference"`
	Customer  string `json:"customer"`
	Region    string `json:"region"`
	Status    string `json:"status"`
	Lines     []Line `json:"lines"`
}

// RegionCount says how many orders went to a region.
type RegionCount struct {
	Region string `json:"region"`
	Orders int    `json:"orders"`
}

// Summary is all that one customer bought.
type Summary struct {
	Customer     string           `json:"customer"`
	Orders       int              `json:"orders"`
	Units        int64            `json:"units"`
	TotalCents   int64            `json:"total_cents"`
	LargestCents int64            `json:"largest_cents"`
	ByStatus     map[string]int64 `json:"by_status"`
	Regions      []RegionCount    `json:"regions"`
}

// Store is the set of orders, in the order of their ids.
type Store struct {
	orders []Order
}

// Customers is the number of customers, named customer-1 and so on.
const Customers = 24

var (
	regions  = []string{"east", "north", "south", "west"}
	statuses = []string{"delivered", "open", "returned", "shipped"}
)

// Generate makes orders for a catalogue of the given number of products; one
// seed gives one store.
func Generate(seed uint64, size, products int) *Store {
	random := rand.New(rand.NewPCG(seed, 0))
	var orders []Order
	for id := 1; id <= size; id++ {
		o := Order{
			ID:        id,
			Reference: "ORD-" + fmt.Sprintf("%d", id),
			Customer:  "customer-" + fmt.Sprintf("%d", 1+random.IntN(Customers)),
			Region:    regions[random.IntN(len(regions))],
			Status:    statuses[random.IntN(len(statuses))],
		}
		for range 1 + random.IntN(5) {
			o.Lines = append(o.Lines, Line{1 + random.IntN(products), 1 + random.IntN(9), 199 + random.Int64N(40000)})
		}
		orders = append(orders, o)
	}
	return &Store{orders: orders}
}

// Lookup finds an order by its id.
func (s *Store) Lookup(id int) (Order, bool) {
	if id < 1 || id > len(s.orders) {
		return Order{}, false
	}
	return s.orders[id-1], true
}

// Summarize sums up the orders of one customer.
func (s *Store) Summarize(customer string) Summary {
	summary := Summary{Customer: customer, ByStatus: map[string]int64{}, Regions: []RegionCount{}}
	byRegion := make(map[string]int)
	var units, amounts []any
	for _, o := range s.orders {
		if o.Customer != customer {
			continue
		}
		summary.Orders++
		byRegion[o.Region]++
		for _, line := range o.Lines {
			cents := line.UnitCents * int64(line.Quantity)
			units = append(units, line.Quantity)
			amounts = append(amounts, cents)
			summary.ByStatus[o.Status] += cents
		}
	}
	summary.Units = stats.Sum(units...)
	summary.TotalCents = stats.Sum(amounts...)
	summary.LargestCents = stats.Max(amounts...)
	for _, region := range regions {
		if n := byRegion[region]; n > 0 {
			summary.Regions = append(summary.Regions, RegionCount{region, n})
		}
	}
	return summary
}
