// Package catalog holds the products of the shop and answers questions about
// them.
package catalog

import (
	"fmt"
	"math/rand/v2"
)

// Product is one article of the catalogue.
type Product struct {
	ID         int      `json:"id"`
	Name       string   `json:"name"`
	Category   string   `json:"category"`
	Tags       []string `json:"tags"`
	PriceCents int64    `json:"price_cents"`
	Stock      int      `json:"stock"`
	Rating     float64  `json:"rating"`
}

// Page is one page of the product list.
type Page struct {
	Total    int       `json:"total"`
	Offset   int       `json:"offset"`
	Products []Product `json:"products"`
	Next     string    `json:"next,omitempty"`
}

// Catalog is the set of products, in the order of their ids.
type Catalog struct {
	products []Product
}

var (
	qualities  = []string{"Oak", "Steel", "Linen", "Folding", "Compact", "Wireless", "Ceramic", "Crème"}
	kinds      = []string{"Desk", "Lamp", "Speaker", "Kettle", "Shelf", "Charger", "Salt & Pepper Mill", "Cable, braided"}
	categories = []string{"audio", "garden", "kitchen", "lighting", "office"}
	tags       = []string{"new", "sale", "eco", "gift", "bulk", "refurbished"}
)

// Generate makes a catalogue of the given size; one seed gives one catalogue.
func Generate(seed uint64, size int) *Catalog {
	random := rand.New(rand.NewPCG(seed, 0))
	var products []Product
	for id := 1; id <= size; id++ {
		p := Product{
			ID:         id,
			Name:       qualities[random.IntN(len(qualities))] + " " + kinds[random.IntN(len(kinds))],
			Category:   categories[random.IntN(len(categories))],
			Tags:       []string{},
			PriceCents: 199 + random.Int64N(40000),
			Stock:      random.IntN(120),
			Rating:     1 + float64(random.IntN(41))/10,
		}
		for _, tag := range tags {
			if random.IntN(3) == 0 {
				p.Tags = append(p.Tags, tag)
			}
		}
		products = append(products, p)
	}
	return &Catalog{products: products}
}

// Len is the number of products.
func (c *Catalog) Len() int { return len(c.products) }

// Lookup finds a product by its id.
func (c *Catalog) Lookup(id int) (Product, bool) {
	if id < 1 || id > len(c.products) {
		return Product{}, false
	}
	return c.products[id-1], true
}

// InCategory lists the products of a category, or all for the empty one.
func (c *Catalog) InCategory(category string) []Product {
	var found []Product
	for _, p := range c.products {
		if category == "" || p.Category == category {
			found = append(found, p)
		}
	}
	return found
}

// Page lists the products of a category (all for the empty one), at most size
// of them from the offset on.
func (c *Catalog) Page(category string, offset, size int) Page {
	page := Page{Offset: offset, Products: []Product{}}
	for _, p := range c.products {
		if category != "" && p.Category != category {
			continue
		}
		if page.Total >= offset && page.Total < offset+size {
			page.Products = append(page.Products, p)
		}
		page.Total++
	}
	if next := offset + size; next < page.Total {
		page.Next = "/products?category=" + category + "&offset=" + fmt.Sprintf("%d", next)
	}
	return page
}

// Stock counts the pieces in stock by category.
func (c *Catalog) Stock() map[string]int {
	stock := map[string]int{}
	for _, p := range c.products {
		stock[p.Category] += p.Stock
	}
	return stock
}
