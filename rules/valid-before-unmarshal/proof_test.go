package validbeforeunmarshal

import (
	"encoding/json"
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	order := Order{ID: 7}
	for i := range 60 {
		order.Items = append(order.Items, "item number "+strconv.Itoa(i))
	}
	data, err := json.Marshal(order)
	if err != nil {
		t.Fatal(err)
	}
	documents := [][]byte{data, []byte("{"), data}
	parsed := func(parse func([]byte) (Order, error)) func() Order {
		return func() Order {
			order, err := parse(data)
			if err != nil {
				panic(err)
			}
			return order
		}
	}
	proof.Faster(t, "Parse", parsed(Parse), parsed(ParseGood))
	proof.Faster(t, "Count", func() int { return Count(documents) }, func() int { return CountGood(documents) })
}
