package decoderovermemory

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
	parsed := func(parse func() (*Order, error)) func() *Order {
		return func() *Order {
			order, err := parse()
			if err != nil {
				panic(err)
			}
			return order
		}
	}
	text := string(data)
	documents := [][]byte{data, data, data}
	count := func(items func([][]byte) (int, error)) func() int {
		return func() int {
			sum, err := items(documents)
			if err != nil {
				panic(err)
			}
			return sum
		}
	}
	proof.Allocates(t, "Parse", parsed(func() (*Order, error) { return Parse(data) }), parsed(func() (*Order, error) { return ParseGood(data) }))
	proof.Allocates(t, "ParseText", parsed(func() (*Order, error) { return ParseText(text) }), parsed(func() (*Order, error) { return ParseTextGood(text) }))
	proof.Allocates(t, "Items", count(Items), count(ItemsGood))
}
