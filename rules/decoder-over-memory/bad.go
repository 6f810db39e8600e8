package decoderovermemory

import (
	"bytes"
	"encoding/json"
	"strings"
)

// Order is a document.
type Order struct {
	ID    int      `json:"id"`
	Items []string `json:"items"`
}

// Parse reads an order.
func Parse(data []byte) (*Order, error) {
	var order Order
	if err := json.NewDecoder(bytes.NewReader(data)).Decode(&order); err != nil { // want decoder-over-memory
		return nil, err
	}
	return &order, nil
}

// ParseText reads an order from a text.
func ParseText(text string) (*Order, error) {
	order := new(Order)
	err := json.NewDecoder(strings.NewReader(text)).Decode(order) // want decoder-over-memory
	return order, err
}

// Items counts the items of all orders.
func Items(documents [][]byte) (items int, err error) {
	for _, document := range documents {
		var order Order                                                 // want decode-target-per-turn
		err = json.NewDecoder(bytes.NewBuffer(document)).Decode(&order) // want decoder-over-memory
		if err != nil {
			return items, err
		}
		items += len(order.Items)
	}
	return items, nil
}
