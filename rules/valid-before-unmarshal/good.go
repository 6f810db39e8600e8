package validbeforeunmarshal

import "encoding/json"

// ParseGood reads an order.
func ParseGood(data []byte) (order Order, err error) {
	err = json.Unmarshal(data, &order)
	return order, err
}

// CountGood counts the items of all documents that are orders.
func CountGood(documents [][]byte) int {
	items := 0
	for _, document := range documents {
		var order Order // want decode-target-per-turn
		if json.Unmarshal(document, &order) == nil {
			items += len(order.Items)
		}
	}
	return items
}
