package report

import (
	"cmp"
	"slices"
	"strconv"

	"example.com/production/internal/catalog"
)

// Match is a product that resembles another: Same is how many fields are equal.
type Match struct{ ID, Same int }

// Similar lists the candidates that share the most fields with a product, best
// first, at most limit of them.
func Similar(product *catalog.Product, candidates []*catalog.Product, limit int) []Match {
	matches := make([]Match, 0, len(candidates))
	for _, candidate := range candidates {
		if candidate.ID != product.ID {
			matches = append(matches, Match{ID: candidate.ID, Same: sameFields(product, candidate)})
		}
	}
	slices.SortFunc(matches, func(a, b Match) int {
		return cmp.Or(cmp.Compare(b.Same, a.Same), cmp.Compare(a.ID, b.ID))
	})
	return matches[:min(limit, len(matches))]
}

// sameFields counts the fields in which two products are equal.
func sameFields(a, b *catalog.Product) int {
	equal := [productFields]bool{
		a.ID == b.ID, a.Name == b.Name, a.Category == b.Category, slices.Equal(a.Tags, b.Tags),
		a.PriceCents == b.PriceCents, a.Stock == b.Stock, a.Rating == b.Rating,
	}
	same := 0
	for _, yes := range equal {
		if yes {
			same++
		}
	}
	return same
}

// AppendMatches appends a list of matches as a JSON array.
func AppendMatches(b []byte, matches []Match) []byte {
	b = append(b, '[')
	for i, m := range matches {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, `{"id":`...)
		b = strconv.AppendInt(b, int64(m.ID), 10)
		b = append(b, `,"same":`...)
		b = strconv.AppendInt(b, int64(m.Same), 10)
		b = append(b, '}')
	}
	return append(b, ']')
}
