package api

import (
	"fmt"
	"strings"
	"sync"
)

// journalSize is how many of the last requests the journal remembers.
const journalSize = 200

// journal remembers the last requests as lines of key=value, and counts all of
// them by route.
type journal struct {
	mu     sync.Mutex
	lines  []string
	next   int
	counts map[string]int
}

// record notes one request, given as keys and values by turns.
func (j *journal) record(route string, pairs ...any) {
	line := "route=" + route
	for i := 0; i+1 < len(pairs); i += 2 {
		key, ok := pairs[i].(string)
		if !ok {
			key = "invalid"
		}
		line += " " + key + "=" + fmt.Sprint(pairs[i+1])
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.counts[route]++
	if len(j.lines) < journalSize {
		j.lines = append(j.lines, line)
		return
	}
	j.lines[j.next] = line
	j.next = (j.next + 1) % journalSize
}

// text gives the remembered lines, oldest first.
func (j *journal) text() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	var b strings.Builder
	for i := range j.lines {
		b.WriteString(j.lines[(j.next+i)%len(j.lines)] + "\n")
	}
	return b.String()
}

// requests gives the number of requests by route.
func (j *journal) requests() map[string]int {
	j.mu.Lock()
	defer j.mu.Unlock()
	counts := map[string]int{}
	for route, n := range j.counts {
		counts[route] = n
	}
	return counts
}
