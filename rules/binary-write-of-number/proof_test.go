package binarywriteofnumber

import (
	"bytes"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var lengths []uint32
	var points []float64
	for i := range 100 {
		lengths = append(lengths, uint32(i*i*100))
		points = append(points, float64(i)/3)
	}
	proof.Allocates(t, "Record", func() []byte { return Record(lengths) }, func() []byte { return RecordGood(lengths) })
	var out bytes.Buffer
	written := func(f func(*bytes.Buffer) error) func() string {
		return func() string {
			out.Reset()
			if err := f(&out); err != nil {
				return err.Error()
			}
			return out.String()
		}
	}
	proof.Allocates(t, "Points", written(func(out *bytes.Buffer) error { return Points(out, points) }),
		written(func(out *bytes.Buffer) error { return PointsGood(out, points) }))
}
