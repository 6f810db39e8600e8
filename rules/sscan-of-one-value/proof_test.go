package sscanofonevalue

import (
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	text := strconv.Itoa(len(t.Name()) * 1000)
	port := func(port func(string) (int, error)) func() int {
		return func() int {
			n, err := port(text)
			if err != nil {
				return -1
			}
			return n
		}
	}
	proof.Allocates(t, "Port", port(Port), port(PortGood))
	var fields []string
	for i := range 20 {
		fields = append(fields, strconv.FormatFloat(float64(i)/8, 'g', -1, 64))
	}
	proof.Allocates(t, "Sum", func() float64 { return Sum(fields) }, func() float64 { return SumGood(fields) })
}
