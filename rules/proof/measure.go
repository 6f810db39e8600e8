package proof

import (
	"math"
	"runtime"
	"runtime/debug"
	"slices"
	"time"
)

// Spread is a figure of several rounds: the median, and the interval that holds the true median with at least 99 % confidence
// (the whole range where there are fewer than eight rounds).
type Spread struct {
	Median float64 `json:"median"`
	Low    float64 `json:"low"`
	High   float64 `json:"high"`
}

// Pair is one figure of bad and good.
type Pair struct {
	Bad  Spread `json:"bad"`
	Good Spread `json:"good"`
}

// less says whether good is less beyond the spread of both.
func (p *Pair) less() bool { return p.Good.High < p.Bad.Low }

const (
	allocationRounds = 7
	timeRounds       = 301
	keptRounds       = 5
	waitRounds       = 9
	// A round is long enough for the clock. Where times are compared it is so short that bad and good mostly meet the same
	// machine, busy or not.
	roundTime        = time.Millisecond
	comparedTime     = 100 * time.Microsecond
	roundsPerCollect = 16
	// What a round may allocate while the collector is off.
	roundBytes = 64 << 20
)

// allocations measures objects, bytes and time per operation. Claims of allocations are judged by it, others carry it.
func (c *measured) allocations(bad, good func()) {
	defer quiet()()
	operations := [2]func(){bad, good}
	var counts [2]int
	for i, operation := range operations {
		counts[i] = calibrate(operation, roundTime)
	}
	var objects, size, nanoseconds [2][]float64
	for range allocationRounds {
		for i, operation := range operations {
			runtime.GC()
			operation() // Pools are empty after a collection.
			o, b, ns := round(operation, counts[i])
			objects[i] = append(objects[i], o)
			size[i] = append(size[i], b)
			nanoseconds[i] = append(nanoseconds[i], ns)
		}
	}
	c.record.Objects = pair(objects, 2)
	c.record.Bytes = pair(size, 0)
	c.record.Time = pair(nanoseconds, 2)
	if c.record.Claim == "allocates" {
		o, b := c.record.Objects, c.record.Bytes
		fewer := o.less() && b.Good.Median <= b.Bad.Median*1.25
		smaller := b.less() && o.Good.Median <= o.Bad.Median*1.25
		c.record.Saved = fewer || smaller
	}
}

// times measures the time of good as a share of that of bad, round by round.
func (c *measured) times(bad, good func()) {
	defer quiet()()
	operations := [2]func(){bad, good}
	var counts [2]int
	for i, operation := range operations {
		counts[i] = calibrate(operation, comparedTime)
	}
	var nanoseconds [2][]float64
	var ratios []float64
	for turn := range timeRounds {
		if turn%roundsPerCollect == 0 {
			runtime.GC()
			bad() // Pools and caches are empty after a collection.
			good()
		}
		var now [2]float64
		for step := range operations {
			i := (step + turn) % 2 // Who goes first takes turns.
			_, _, now[i] = round(operations[i], counts[i])
			nanoseconds[i] = append(nanoseconds[i], now[i])
		}
		ratios = append(ratios, now[1]/now[0])
	}
	ratio := spread(ratios, 4)
	c.record.Time = pair(nanoseconds, 2)
	c.record.Ratio = &ratio
	c.record.Saved = ratio.Median < 0.95 && ratio.High < 1
}

// quiet makes counts exact until the function that it returns is called: one processor and no collections but our own.
func quiet() (undo func()) {
	processors := runtime.GOMAXPROCS(1)
	percent := debug.SetGCPercent(-1)
	return func() {
		debug.SetGCPercent(percent)
		runtime.GOMAXPROCS(processors)
	}
}

// calibrate warms an operation up and says how many make a round that takes about this long.
func calibrate(operation func(), long time.Duration) int {
	operation()
	_, size, nanoseconds := round(operation, 1)
	count := 1
	for nanoseconds*float64(count) < float64(long) && size*float64(count) < roundBytes/roundsPerCollect && count < 1<<20 {
		count *= 2
		if count <= 64 { // A single operation is below what the clock can tell.
			_, _, nanoseconds = round(operation, count)
		}
	}
	return count
}

// round runs an operation count times: objects, bytes and nanoseconds of one.
func round(operation func(), count int) (objects, size, nanoseconds float64) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	for range count {
		operation()
	}
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	n := float64(count)
	return float64(after.Mallocs-before.Mallocs) / n, float64(after.TotalAlloc-before.TotalAlloc) / n, float64(took) / n
}

// measureKept is the bytes that one result keeps on the heap.
func measureKept[T any](bad, good func() T) *Pair {
	defer quiet()()
	var kept [2][]float64
	const results = 32
	for range keptRounds {
		for i, f := range [2]func() T{bad, good} {
			held := make([]T, results)
			f() // What a first call sets up is no result.
			before := settledHeap()
			for j := range held {
				held[j] = f()
			}
			after := settledHeap()
			runtime.KeepAlive(held)
			kept[i] = append(kept[i], (after-before)/results)
		}
	}
	return pair(kept, 0)
}

// settledHeap is the live heap in bytes. The second collection empties what pools kept through the first.
func settledHeap() float64 {
	runtime.GC()
	runtime.GC()
	var now runtime.MemStats
	runtime.ReadMemStats(&now)
	return float64(now.HeapAlloc)
}

func pair(rounds [2][]float64, digits int) *Pair {
	return &Pair{Bad: spread(rounds[0], digits), Good: spread(rounds[1], digits)}
}

// spread is the median and its interval by order statistics: the ranks n/2 -+ 2.576*sqrt(n)/2.
func spread(rounds []float64, digits int) Spread {
	sorted := slices.Sorted(slices.Values(rounds))
	n := len(sorted)
	reach := 2.576 * math.Sqrt(float64(n)) / 2
	low := max(0, int(math.Floor(float64(n)/2-reach)))
	high := min(n-1, int(math.Ceil(float64(n)/2+reach))-1)
	unit := math.Pow(10, float64(digits))
	rounded := func(value float64) float64 { return math.Round(value*unit) / unit }
	return Spread{Median: rounded(sorted[n/2]), Low: rounded(sorted[low]), High: rounded(sorted[high])}
}
