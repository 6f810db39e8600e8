package catalog

import (
	"sort"
	"strings"
)

// Hit is one product that a search found.
type Hit struct {
	ID      int    `json:"id"`
	Label   string `json:"label"`
	Score   int    `json:"score"`
	Matched string `json:"matched"`
}

// Results is the answer to a search: the best hits, and how many products
// matched in each category.
type Results struct {
	Query  string         `json:"query"`
	Total  int            `json:"total"`
	Hits   []Hit          `json:"hits"`
	Facets map[string]int `json:"facets"`
}

// maxTerms is the number of words of a query that count.
const maxTerms = 64

// Search finds the products whose name or tags contain a word of the query,
// best first, at most limit of them. Only the first 64 words count.
func (c *Catalog) Search(query string, limit int) Results {
	terms := strings.Fields(strings.ToLower(query))
	terms = terms[:min(len(terms), maxTerms)]
	hits := []Hit{}
	facets := make(map[string]int)
	for _, p := range c.products {
		name := strings.ToLower(p.Name)
		score, matched := 0, ""
		for _, term := range terms {
			points := match(name, p.Tags, term)
			if points == 0 {
				continue
			}
			score += points
			if matched != "" {
				matched += " "
			}
			matched += term
		}
		if score > 0 {
			hits = append(hits, Hit{ID: p.ID, Label: p.Category + "/" + p.Name, Score: score, Matched: matched})
			facets[p.Category]++
		}
	}
	sort.Slice(hits, func(i, j int) bool {
		if hits[i].Score != hits[j].Score {
			return hits[i].Score > hits[j].Score
		}
		return hits[i].ID < hits[j].ID
	})
	results := Results{Query: query, Total: len(hits), Hits: hits, Facets: facets}
	if len(hits) > limit {
		results.Hits = hits[:limit]
	}
	return results
}

// match gives two points for a word of the name and one for a tag.
func match(name string, tags []string, term string) int {
	points := 0
	if strings.Contains(name, term) {
		points += 2
	}
	for _, tag := range tags {
		if tag == term {
			points++
		}
	}
	return points
}
