package binaryreadfrommemory

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var table []byte
	for i := range 80 {
		table = append(table, byte(i*7))
	}
	length := func(f func([]byte) (uint32, error)) func() uint32 {
		return func() uint32 {
			length, err := f(table)
			if err != nil {
				panic(err)
			}
			return length
		}
	}
	proof.Allocates(t, "Length", length(Length), length(LengthGood))
	proof.Allocates(t, "Sum", func() int64 { return Sum(table) }, func() int64 { return SumGood(table) })
}
