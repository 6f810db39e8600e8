package boxinginloop

import (
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

// counter counts what is written to it.
type counter int

func (c *counter) Write(text []byte) (int, error) {
	*c += counter(len(text))
	return len(text), nil
}

func TestProof(t *testing.T) {
	ids, readings, sizes := make([]int64, 100), make([]float64, 100), make(map[string]int)
	for i := range ids {
		ids[i], readings[i] = int64(1000+i), float64(i)
		sizes["file"+strconv.Itoa(i)] = 1000 + i
	}
	var written counter
	count := func(write func()) func() counter {
		return func() counter {
			written = 0
			write()
			return written
		}
	}
	proof.Allocates(t, "WriteIDs", count(func() { _ = WriteIDs(&written, ids) }), count(func() { _ = WriteIDsGood(&written, ids) }))
	proof.Allocates(t, "Latest", func() float64 { return Latest(readings, 10) }, func() float64 { return LatestGood(readings, 10) })
	proof.Allocates(t, "Walk", func() int { return Walk(len(ids)) }, func() int { return WalkGood(len(ids)) })
	proof.Allocates(t, "Describe", count(func() { Describe(&written, sizes) }), count(func() { DescribeGood(&written, sizes) }))
	proof.Allocates(t, "Count", count(func() { Count(&written) }), count(func() { CountGood(&written) }))
}
