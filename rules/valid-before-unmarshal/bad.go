package validbeforeunmarshal

import (
	"encoding/json"
	"errors"
)

// Order is a document.
type Order struct {
	ID    int      `json:"id"`
	Items []string `json:"items"`
}

var errNoJSON = errors.New("not JSON")

// Parse reads an order.
func Parse(data []byte) (order Order, err error) {
	if !json.Valid(data) { // want valid-before-unmarshal
		return order, errNoJSON
	}
	err = json.Unmarshal(data, &order)
	return order, err
}

// Count counts the items of all documents that are orders.
func Count(documents [][]byte) int {
	items := 0
	for _, document := range documents {
		var order Order                                                      // want decode-target-per-turn
		if json.Valid(document) && json.Unmarshal(document, &order) == nil { // want valid-before-unmarshal
			items += len(order.Items)
		}
	}
	return items
}
