package catalog

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"example.com/production/internal/appendjson"
)

// maxTerms is the number of words of a query that fit into the set of a hit.
const maxTerms = 64

// Hit is one product that a search found; bit i of matched stands for term i.
type Hit struct {
	product *Product
	score   int
	matched uint64
}

// Results is the answer to a search: the best hits, and how many products
// matched in each category.
type Results struct {
	query  string
	terms  []string
	total  int
	hits   []Hit
	facets [len(categories)]int
}

// Search finds the products whose name or tags contain a word of the query,
// best first, at most limit of them. Only the first 64 words count.
func (c *Catalog) Search(query string, limit int) Results {
	results := Results{query: query, terms: fields(strings.ToLower(query)), hits: make([]Hit, 0, limit+1)}
	for i, category := range categories {
		for _, p := range c.byCategory[category] {
			hit := Hit{product: p}
			for t, term := range results.terms {
				if points := p.match(term); points > 0 {
					hit.score += points
					hit.matched |= 1 << t
				}
			}
			if hit.score > 0 {
				results.total++
				results.facets[i]++
				results.keep(hit, limit)
			}
		}
	}
	return results
}

// fields splits a query at white space into at most maxTerms words.
func fields(query string) []string {
	terms := make([]string, 0, 8)
	for rest := strings.TrimSpace(query); rest != "" && len(terms) < maxTerms; {
		end := strings.IndexFunc(rest, unicode.IsSpace)
		if end < 0 {
			return append(terms, rest)
		}
		terms = append(terms, rest[:end])
		rest = strings.TrimSpace(rest[end:])
	}
	return terms
}

// keep holds the best hits in order and drops the worst beyond the limit.
func (r *Results) keep(hit Hit, limit int) {
	at, _ := slices.BinarySearchFunc(r.hits, hit, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.product.ID, b.product.ID))
	})
	if at >= limit {
		return
	}
	r.hits = slices.Insert(r.hits, at, hit)
	if len(r.hits) > limit {
		r.hits = r.hits[:limit]
	}
}

// match gives two points for a word of the name and one for a tag.
func (p *Product) match(term string) int {
	points := 0
	if strings.Contains(p.folded, term) {
		points += 2
	}
	for _, tag := range p.Tags {
		if tag == term {
			points++
		}
	}
	return points
}

// AppendJSON appends the results as a JSON object.
func (r *Results) AppendJSON(b []byte) []byte {
	b = append(b, `{"query":`...)
	b = appendjson.String(b, r.query)
	b = append(b, `,"total":`...)
	b = strconv.AppendInt(b, int64(r.total), 10)
	b = append(b, `,"hits":[`...)
	for i, hit := range r.hits {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, `{"id":`...)
		b = strconv.AppendInt(b, int64(hit.product.ID), 10)
		b = append(b, `,"label":`...)
		b = appendjson.String(b, hit.product.label)
		b = append(b, `,"score":`...)
		b = strconv.AppendInt(b, int64(hit.score), 10)
		b = append(b, `,"matched":`...)
		b = r.appendMatched(b, hit.matched)
		b = append(b, '}')
	}
	b = append(b, `],"facets":{`...)
	comma := false
	for i, n := range r.facets {
		if n == 0 {
			continue
		}
		if comma {
			b = append(b, ',')
		}
		comma = true
		b = appendjson.String(b, categories[i])
		b = append(b, ':')
		b = strconv.AppendInt(b, int64(n), 10)
	}
	return append(b, "}}"...)
}

// appendMatched appends the terms of a set as one JSON string. Terms that match
// are parts of our own names or tags.
func (r *Results) appendMatched(b []byte, set uint64) []byte {
	b = append(b, '"')
	first := true
	for i, term := range r.terms {
		if set&(1<<i) == 0 {
			continue
		}
		if !first {
			b = append(b, ' ')
		}
		first = false
		quoted := len(b)
		b = appendjson.String(b, term)
		b = append(b[:quoted], b[quoted+1:len(b)-1]...)
	}
	return append(b, '"')
}
