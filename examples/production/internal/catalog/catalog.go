// Package catalog holds the products of the shop and answers questions about
// them. Products are shared and never change after they are made.
package catalog

import (
	"math/rand/v2"
	"strconv"
	"strings"

	"example.com/production/internal/appendjson"
)

// Product is one article of the catalogue.
type Product struct {
	ID         int
	Name       string
	Category   string
	Tags       []string
	PriceCents int64
	Stock      int
	Rating     float64

	folded string // the name in lower case, for search
	label  string // category and name, for search results
}

// Page is one page of the product list; Next is 0 on the last.
type Page struct {
	Category string
	Total    int
	Offset   int
	Products []*Product
	Next     int
}

// Catalog is the set of products, in the order of their ids.
type Catalog struct {
	products   []*Product
	byCategory map[string][]*Product // the empty category holds all
}

var (
	qualities  = [...]string{"Oak", "Steel", "Linen", "Folding", "Compact", "Wireless", "Ceramic", "Crème"}
	kinds      = [...]string{"Desk", "Lamp", "Speaker", "Kettle", "Shelf", "Charger", "Salt & Pepper Mill", "Cable, braided"}
	categories = [...]string{"audio", "garden", "kitchen", "lighting", "office"}
	tags       = [...]string{"new", "sale", "eco", "gift", "bulk", "refurbished"}
)

// Generate makes a catalogue of the given size; one seed gives one catalogue.
func Generate(seed uint64, size int) *Catalog {
	random := rand.New(rand.NewPCG(seed, 0))
	c := &Catalog{
		products:   make([]*Product, 0, size),
		byCategory: make(map[string][]*Product, len(categories)+1),
	}
	for id := 1; id <= size; id++ {
		p := &Product{
			ID:         id,
			Name:       qualities[random.IntN(len(qualities))] + " " + kinds[random.IntN(len(kinds))],
			Category:   categories[random.IntN(len(categories))],
			Tags:       make([]string, 0, len(tags)),
			PriceCents: 199 + random.Int64N(40000),
			Stock:      random.IntN(120),
			Rating:     1 + float64(random.IntN(41))/10,
		}
		for _, tag := range tags {
			if random.IntN(3) == 0 {
				p.Tags = append(p.Tags, tag)
			}
		}
		p.folded, p.label = strings.ToLower(p.Name), p.Category+"/"+p.Name
		c.products = append(c.products, p)
		c.byCategory[p.Category] = append(c.byCategory[p.Category], p)
	}
	c.byCategory[""] = c.products
	return c
}

// Len is the number of products.
func (c *Catalog) Len() int { return len(c.products) }

// Lookup finds a product by its id.
func (c *Catalog) Lookup(id int) (*Product, bool) {
	if id < 1 || id > len(c.products) {
		return nil, false
	}
	return c.products[id-1], true
}

// InCategory lists the products of a category, or all for the empty one. The
// list is shared: do not change it.
func (c *Catalog) InCategory(category string) []*Product { return c.byCategory[category] }

// Page lists the products of a category (all for the empty one), at most size
// of them from the offset on.
func (c *Catalog) Page(category string, offset, size int) Page {
	matching := c.byCategory[category]
	first, end := min(offset, len(matching)), min(offset+size, len(matching))
	page := Page{Category: category, Total: len(matching), Offset: offset, Products: matching[first:end]}
	if end < len(matching) {
		page.Next = offset + size
	}
	return page
}

// StockCount is the number of pieces in stock in one category.
type StockCount struct {
	Category string
	Pieces   int
}

// Stock counts the pieces in stock by category, sorted by category; what no
// product has is left out.
func (c *Catalog) Stock() []StockCount {
	stock := make([]StockCount, 0, len(categories))
	for _, category := range categories {
		products := c.byCategory[category]
		if len(products) == 0 {
			continue
		}
		pieces := 0
		for _, p := range products {
			pieces += p.Stock
		}
		stock = append(stock, StockCount{category, pieces})
	}
	return stock
}

// AppendJSON appends the product as a JSON object.
func (p *Product) AppendJSON(b []byte) []byte {
	b = append(b, `{"id":`...)
	b = strconv.AppendInt(b, int64(p.ID), 10)
	b = append(b, `,"name":`...)
	b = appendjson.String(b, p.Name)
	b = append(b, `,"category":`...)
	b = appendjson.String(b, p.Category)
	b = append(b, `,"tags":`...)
	b = appendjson.Strings(b, p.Tags)
	b = append(b, `,"price_cents":`...)
	b = strconv.AppendInt(b, p.PriceCents, 10)
	b = append(b, `,"stock":`...)
	b = strconv.AppendInt(b, int64(p.Stock), 10)
	b = append(b, `,"rating":`...)
	b = strconv.AppendFloat(b, p.Rating, 'f', -1, 64) // ratings are never so large as to need an exponent
	return append(b, '}')
}

// AppendJSON appends the page as a JSON object.
func (p *Page) AppendJSON(b []byte) []byte {
	b = append(b, `{"total":`...)
	b = strconv.AppendInt(b, int64(p.Total), 10)
	b = append(b, `,"offset":`...)
	b = strconv.AppendInt(b, int64(p.Offset), 10)
	b = append(b, `,"products":[`...)
	for i, product := range p.Products {
		if i > 0 {
			b = append(b, ',')
		}
		b = product.AppendJSON(b)
	}
	b = append(b, ']')
	if p.Next > 0 {
		b = append(b, `,"next":"/products?category=`...)
		b = append(b, p.Category...) // a category with a next page is one of ours: nothing to escape
		b = append(b, `\u0026offset=`...)
		b = strconv.AppendInt(b, int64(p.Next), 10)
		b = append(b, '"')
	}
	return append(b, '}')
}
