// Package report turns products and counters into text for people and for other
// programs. Its functions append to a buffer of the caller.
package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"example.com/production/internal/appendjson"
	"example.com/production/internal/catalog"
)

// AppendCSV appends products as comma-separated values with a header line.
func AppendCSV(b []byte, products []*catalog.Product) []byte {
	b = append(b, "id,name,category,tags,price,stock,rating\n"...)
	for _, p := range products {
		b = strconv.AppendInt(b, int64(p.ID), 10)
		b = append(b, ',')
		b = appendQuoted(b, p.Name)
		b = append(b, ',')
		b = append(b, p.Category...)
		b = append(b, ',')
		for i, tag := range p.Tags {
			if i > 0 {
				b = append(b, ';')
			}
			b = append(b, tag...)
		}
		b = append(b, ',')
		b = appendPrice(b, p.PriceCents)
		b = append(b, ',')
		b = strconv.AppendInt(b, int64(p.Stock), 10)
		b = append(b, ',')
		b = strconv.AppendFloat(b, p.Rating, 'f', -1, 64)
		b = append(b, '\n')
	}
	return b
}

// appendQuoted encloses a field that holds a comma or a quote.
func appendQuoted(b []byte, field string) []byte {
	if !strings.ContainsAny(field, ",\"") {
		return append(b, field...)
	}
	b = append(b, '"')
	for i := 0; i < len(field); i++ {
		if field[i] == '"' {
			b = append(b, '"')
		}
		b = append(b, field[i])
	}
	return append(b, '"')
}

// appendPrice writes cents as whole units with two decimals.
func appendPrice(b []byte, cents int64) []byte {
	b = strconv.AppendInt(b, cents/100, 10)
	return append(b, '.', byte('0'+cents/10%10), byte('0'+cents%10))
}

// Difference is one field in which two products differ.
type Difference struct {
	Field string `json:"field"`
	Left  string `json:"left"`
	Right string `json:"right"`
}

// productFields is the number of fields that Compare looks at.
const productFields = 7

// Compare lists the fields in which two products differ.
func Compare(left, right *catalog.Product) []Difference {
	differences := make([]Difference, 0, productFields)
	differences = compareField(differences, "ID", left.ID, right.ID, strconv.Itoa)
	differences = compareField(differences, "Name", left.Name, right.Name, strings.Clone)
	differences = compareField(differences, "Category", left.Category, right.Category, strings.Clone)
	if !slices.Equal(left.Tags, right.Tags) {
		differences = append(differences, Difference{"Tags", formatTags(left.Tags), formatTags(right.Tags)})
	}
	differences = compareField(differences, "PriceCents", left.PriceCents, right.PriceCents, formatCents)
	differences = compareField(differences, "Stock", left.Stock, right.Stock, strconv.Itoa)
	return compareField(differences, "Rating", left.Rating, right.Rating, formatRating)
}

// compareField adds a difference if the values differ.
func compareField[T comparable](list []Difference, field string, left, right T, format func(T) string) []Difference {
	if left == right {
		return list
	}
	return append(list, Difference{field, format(left), format(right)})
}

func formatTags(tags []string) string    { return "[" + strings.Join(tags, " ") + "]" }
func formatCents(cents int64) string     { return strconv.FormatInt(cents, 10) }
func formatRating(rating float64) string { return strconv.FormatFloat(rating, 'f', -1, 64) }

// AppendDifferences appends a list of differences as a JSON array.
func AppendDifferences(b []byte, differences []Difference) []byte {
	b = append(b, '[')
	for i, d := range differences {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, `{"field":`...)
		b = appendjson.String(b, d.Field)
		b = append(b, `,"left":`...)
		b = appendjson.String(b, d.Left)
		b = append(b, `,"right":`...)
		b = appendjson.String(b, d.Right)
		b = append(b, '}')
	}
	return append(b, ']')
}

// Requests is the number of requests of one route.
type Requests struct {
	Route string
	Count int
}

// AppendMetrics appends counters in the Prometheus text format; both lists are
// sorted by label.
func AppendMetrics(b []byte, requests []Requests, stock []catalog.StockCount) []byte {
	b = append(b, "# TYPE shop_requests_total counter\n"...)
	for _, r := range requests {
		b = append(b, `shop_requests_total{route="`...)
		b = append(b, r.Route...)
		b = append(b, `"} `...)
		b = strconv.AppendInt(b, int64(r.Count), 10)
		b = append(b, '\n')
	}
	b = append(b, "# TYPE shop_stock gauge\n"...)
	for _, s := range stock {
		b = append(b, `shop_stock{category="`...)
		b = append(b, s.Category...)
		b = append(b, `"} `...)
		b = strconv.AppendInt(b, int64(s.Pieces), 10)
		b = append(b, '\n')
	}
	return b
}

// Audit checks what must hold for every product and lists what does not. It is
// for people who ask once in a while, and written to be read rather than to be
// fast.
func Audit(products []*catalog.Product) []any {
	var complaints []any
	seen := map[string]*catalog.Product{}
	for _, p := range products {
		if p.PriceCents <= 0 {
			complaints = append(complaints, "no price: "+p.Name)
		}
		key := p.Category + "/" + p.Name
		if other, ok := seen[key]; ok && slices.Equal(other.Tags, p.Tags) {
			complaints = append(complaints, Difference{Field: key, Left: fmt.Sprintf("%d", other.ID), Right: fmt.Sprintf("%d", p.ID)})
		}
		seen[key] = p
	}
	return complaints
}
