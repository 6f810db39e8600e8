package api

import (
	"strconv"
	"sync"

	"example.com/production/internal/report"
)

// route names a kind of request; the names are in alphabetical order.
type route uint8

const (
	routeAudit route = iota
	routeCompare
	routeExport
	routeJournal
	routeList
	routeMetrics
	routeOrder
	routeProduct
	routeQuote
	routeSearch
	routeSimilar
	routeSummary
	routeCount
)

var routeNames = [routeCount]string{
	"audit", "compare", "export", "journal", "list", "metrics", "order", "product", "quote", "search", "similar", "summary",
}

// journalSize is how many of the last requests the journal remembers.
const journalSize = 200

// entry is one request that was answered.
type entry struct {
	route  route
	status int
	bytes  int
}

// journal remembers the last requests, and counts all of them by route. It
// makes text of them only when asked.
type journal struct {
	mu      sync.Mutex
	entries [journalSize]entry
	total   int
	counts  [routeCount]int
}

// record notes one request.
func (j *journal) record(route route, status, bytes int) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.counts[route]++
	j.entries[j.total%journalSize] = entry{route, status, bytes}
	j.total++
}

// appendText appends the remembered requests, oldest first.
func (j *journal) appendText(b []byte) []byte {
	j.mu.Lock()
	defer j.mu.Unlock()
	for i := max(0, j.total-journalSize); i < j.total; i++ {
		e := j.entries[i%journalSize]
		b = append(b, "route="...)
		b = append(b, routeNames[e.route]...)
		b = append(b, " status="...)
		b = strconv.AppendInt(b, int64(e.status), 10)
		b = append(b, " bytes="...)
		b = strconv.AppendInt(b, int64(e.bytes), 10)
		b = append(b, '\n')
	}
	return b
}

// requests gives the number of requests by route, without those never asked for.
func (j *journal) requests() []report.Requests {
	j.mu.Lock()
	defer j.mu.Unlock()
	list := make([]report.Requests, 0, routeCount)
	for r, n := range j.counts {
		if n > 0 {
			list = append(list, report.Requests{Route: routeNames[r], Count: n})
		}
	}
	return list
}
