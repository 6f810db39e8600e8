// Package report turns products and counters into text for people and for other
// programs.
package report

import (
	"fmt"
	"reflect"
	"sort"
	"strings"

	"example.com/textbook/internal/catalog"
)

// CSV lists products as comma-separated values with a header line.
func CSV(products []catalog.Product) string {
	out := "id,name,category,tags,price,stock,rating\n"
	for _, p := range products {
		fields := []string{}
		fields = append(fields, fmt.Sprintf("%d", p.ID), quote(p.Name), p.Category, strings.Join(p.Tags, ";"))
		fields = append(fields, price(p.PriceCents), fmt.Sprintf("%d", p.Stock), fmt.Sprint(p.Rating))
		row := ""
		for i, field := range fields {
			if i > 0 {
				row += ","
			}
			row += field
		}
		out += row + "\n"
	}
	return out
}

// quote encloses a field that holds a comma or a quote.
func quote(field string) string {
	if !strings.ContainsAny(field, ",\"") {
		return field
	}
	return "\"" + strings.ReplaceAll(field, "\"", "\"\"") + "\""
}

// price writes cents as whole units with two decimals.
func price(cents int64) string {
	return fmt.Sprintf("%d.%02d", cents/100, cents%100)
}

// Difference is one field in which two products differ.
type Difference struct {
	Field string `json:"field"`
	Left  string `json:"left"`
	Right string `json:"right"`
}

// Compare lists the fields in which two products differ. It walks the struct, so
// that a new field of Product needs no change here.
func Compare(left, right catalog.Product) []Difference {
	differences := []Difference{}
	a, b := reflect.ValueOf(left), reflect.ValueOf(right)
	for i := 0; i < a.NumField(); i++ {
		x, y := a.Field(i).Interface(), b.Field(i).Interface()
		if reflect.DeepEqual(x, y) {
			continue
		}
		name := a.Type().Field(i).Name
		differences = append(differences, Difference{Field: name, Left: fmt.Sprint(x), Right: fmt.Sprint(y)})
	}
	return differences
}

// Metrics writes counters in the Prometheus text format, sorted by label.
func Metrics(requests map[string]int, stock map[string]int) string {
	var b strings.Builder
	b.WriteString("# TYPE shop_requests_total counter\n")
	for _, route := range sortedKeys(requests) {
		b.WriteString("shop_requests_total{route=\"" + route + "\"} " + fmt.Sprintf("%d", requests[route]) + "\n")
	}
	b.WriteString("# TYPE shop_stock gauge\n")
	for _, category := range sortedKeys(stock) {
		b.WriteString("shop_stock{category=\"" + category + "\"} " + fmt.Sprintf("%d", stock[category]) + "\n")
	}
	return b.String()
}

func sortedKeys(counts map[string]int) []string {
	var keys []string
	for key := range counts {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}

// Audit checks what must hold for every product and lists what does not.
func Audit(products []catalog.Product) []any {
	var complaints []any
	seen := map[string]catalog.Product{}
	for _, p := range products {
		if p.PriceCents <= 0 {
			complaints = append(complaints, "no price: "+fmt.Sprintf("%s", p.Name))
		}
		key := p.Category + "/" + p.Name
		if other, ok := seen[key]; ok && reflect.DeepEqual(other.Tags, p.Tags) {
			complaints = append(complaints, Difference{Field: key, Left: fmt.Sprintf("%d", other.ID), Right: fmt.Sprintf("%d", p.ID)})
		}
		seen[key] = p
	}
	return complaints
}
