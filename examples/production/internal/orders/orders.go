// Package orders keeps the orders of the shop and sums them up. Orders are
// shared and never change after they are made.
package orders

import (
	"math/rand/v2"
	"strconv"

	"example.com/production/internal/appendjson"
	"example.com/production/internal/stats"
)

// Line is one position of an order.
type Line struct {
	ProductID int
	Quantity  int
	UnitCents int64
}

// Order is what one customer bought at one time.
type Order struct {
	ID        int
	Reference string
	Customer  string
	Region    string
	Status    string
	Lines     []Line

	region, status int // indexes into regions and statuses
}

// Summary is all that one customer bought.
type Summary struct {
	Customer     string
	Orders       int
	Units        int64
	TotalCents   int64
	LargestCents int64
	ByStatus     [len(statuses)]int64
	HasStatus    [len(statuses)]bool
	Regions      [len(regions)]int
}

// account is the orders of one customer.
type account struct {
	orders []*Order
	lines  int
}

// Store is the set of orders, in the order of their ids.
type Store struct {
	orders   []*Order
	accounts map[string]*account
}

// Customers is the number of customers, named customer-1 and so on.
const Customers = 24

var (
	regions  = [...]string{"east", "north", "south", "west"}
	statuses = [...]string{"delivered", "open", "returned", "shipped"}
)

// Generate makes orders for a catalogue of the given number of products; one
// seed gives one store.
func Generate(seed uint64, size, products int) *Store {
	random := rand.New(rand.NewPCG(seed, 0))
	s := &Store{orders: make([]*Order, 0, size), accounts: make(map[string]*account, Customers)}
	for id := 1; id <= size; id++ {
		customer := "customer-" + strconv.Itoa(1+random.IntN(Customers))
		region, status := random.IntN(len(regions)), random.IntN(len(statuses))
		lines := make([]Line, 1+random.IntN(5))
		for i := range lines {
			lines[i] = Line{1 + random.IntN(products), 1 + random.IntN(9), 199 + random.Int64N(40000)}
		}
		o := &Order{
			ID: id, Reference: "ORD-" + strconv.Itoa(id), Customer: customer, Lines: lines,
			Region: regions[region], Status: statuses[status], region: region, status: status,
		}
		s.orders = append(s.orders, o)
		a := s.accounts[customer]
		if a == nil {
			a = &account{}
			s.accounts[customer] = a
		}
		a.orders = append(a.orders, o)
		a.lines += len(lines)
	}
	return s
}

// Lookup finds an order by its id.
func (s *Store) Lookup(id int) (*Order, bool) {
	if id < 1 || id > len(s.orders) {
		return nil, false
	}
	return s.orders[id-1], true
}

// Summarize sums up the orders of one customer.
func (s *Store) Summarize(customer string) Summary {
	summary := Summary{Customer: customer}
	a := s.accounts[customer]
	if a == nil {
		return summary
	}
	summary.Orders = len(a.orders)
	units := make([]int, 0, a.lines)
	amounts := make([]int64, 0, a.lines)
	for _, o := range a.orders {
		summary.Regions[o.region]++
		summary.HasStatus[o.status] = true
		for _, line := range o.Lines {
			cents := line.UnitCents * int64(line.Quantity)
			units = append(units, line.Quantity)
			amounts = append(amounts, cents)
			summary.ByStatus[o.status] += cents
		}
	}
	summary.Units = stats.Sum(units)
	summary.TotalCents = stats.Sum(amounts)
	summary.LargestCents = stats.Max(amounts)
	return summary
}

// AppendJSON appends the order as a JSON object.
func (o *Order) AppendJSON(b []byte) []byte {
	b = append(b, `{"id":`...)
	b = strconv.AppendInt(b, int64(o.ID), 10)
	b = append(b, `,"reference":`...)
	b = appendjson.String(b, o.Reference)
	b = append(b, `,"customer":`...)
	b = appendjson.String(b, o.Customer)
	b = append(b, `,"region":`...)
	b = appendjson.String(b, o.Region)
	b = append(b, `,"status":`...)
	b = appendjson.String(b, o.Status)
	b = append(b, `,"lines":[`...)
	for i, line := range o.Lines {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, `{"product_id":`...)
		b = strconv.AppendInt(b, int64(line.ProductID), 10)
		b = append(b, `,"quantity":`...)
		b = strconv.AppendInt(b, int64(line.Quantity), 10)
		b = append(b, `,"unit_cents":`...)
		b = strconv.AppendInt(b, line.UnitCents, 10)
		b = append(b, '}')
	}
	return append(b, "]}"...)
}

// AppendJSON appends the summary as a JSON object.
func (s *Summary) AppendJSON(b []byte) []byte {
	b = append(b, `{"customer":`...)
	b = appendjson.String(b, s.Customer)
	b = append(b, `,"orders":`...)
	b = strconv.AppendInt(b, int64(s.Orders), 10)
	b = append(b, `,"units":`...)
	b = strconv.AppendInt(b, s.Units, 10)
	b = append(b, `,"total_cents":`...)
	b = strconv.AppendInt(b, s.TotalCents, 10)
	b = append(b, `,"largest_cents":`...)
	b = strconv.AppendInt(b, s.LargestCents, 10)
	b = append(b, `,"by_status":{`...)
	comma := false
	for i, cents := range s.ByStatus {
		if !s.HasStatus[i] {
			continue
		}
		if comma {
			b = append(b, ',')
		}
		comma = true
		b = appendjson.String(b, statuses[i])
		b = append(b, ':')
		b = strconv.AppendInt(b, cents, 10)
	}
	b = append(b, `},"regions":[`...)
	comma = false
	for i, n := range s.Regions {
		if n == 0 {
			continue
		}
		if comma {
			b = append(b, ',')
		}
		comma = true
		b = append(b, `{"region":`...)
		b = appendjson.String(b, regions[i])
		b = append(b, `,"orders":`...)
		b = strconv.AppendInt(b, int64(n), 10)
		b = append(b, '}')
	}
	return append(b, "]}"...)
}
