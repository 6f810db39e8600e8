package decoderovermemory

import "encoding/json"

// ParseGood reads an order.
func ParseGood(data []byte) (*Order, error) {
	var order Order
	if err := json.Unmarshal(data, &order); err != nil {
		return nil, err
	}
	return &order, nil
}

// ParseTextGood reads an order from a text.
func ParseTextGood(text string) (*Order, error) {
	order := new(Order)
	err := json.Unmarshal([]byte(text), order)
	return order, err
}

// ItemsGood counts the items of all orders.
func ItemsGood(documents [][]byte) (items int, err error) {
	for _, document := range documents {
		var order Order // want decode-target-per-turn
		err = json.Unmarshal(document, &order)
		if err != nil {
			return items, err
		}
		items += len(order.Items)
	}
	return items, nil
}
