package report

import (
	"reflect"
	"sort"

	"example.com/textbook/internal/catalog"
)

// Match is a product that resembles another: Same is how many fields are equal.
type Match struct {
	ID   int `json:"id"`
	Same int `json:"same"`
}

// Similar lists the candidates that share the most fields with a product, best
// first, at most limit of them. Like Compare, it needs no change for a new field.
func Similar(product catalog.Product, candidates []catalog.Product, limit int) []Match {
	matches := []Match{}
	target := reflect.ValueOf(&product).Elem()
	for i := range candidates {
		candidate := &candidates[i]
		if candidate.ID == product.ID {
			continue
		}
		same := 0
		other := reflect.ValueOf(candidate).Elem()
		for f := 0; f < target.NumField(); f++ {
			if reflect.DeepEqual(target.Field(f).Interface(), other.Field(f).Interface()) {
				same++
			}
		}
		matches = append(matches, Match{ID: candidate.ID, Same: same})
	}
	sort.Slice(matches, func(i, j int) bool {
		if matches[i].Same != matches[j].Same {
			return matches[i].Same > matches[j].Same
		}
		return matches[i].ID < matches[j].ID
	})
	if len(matches) > limit {
		matches = matches[:limit]
	}
	return matches
}
