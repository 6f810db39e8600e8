package decoderovermemory

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
)

// From a stream.
func read(r io.Reader) (order Order, err error) {
	err = json.NewDecoder(r).Decode(&order)
	return order, err
}

// The decoder is told how to read.
func strict(data []byte) (order Order, err error) {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	err = decoder.Decode(&order)
	return order, err
}

// Several documents.
func all(text string) (orders []Order, err error) {
	decoder := json.NewDecoder(strings.NewReader(text))
	for decoder.More() {
		var order Order // want decode-target-per-turn
		if err := decoder.Decode(&order); err != nil {
			return nil, err
		}
		orders = append(orders, order)
	}
	return orders, nil
}

// xml.Unmarshal makes the same decoder.
func fromXML(data []byte) (order Order, err error) {
	err = xml.NewDecoder(bytes.NewReader(data)).Decode(&order)
	return order, err
}

// A part of a stream.
func limited(r io.Reader) (order Order, err error) {
	err = json.NewDecoder(io.LimitReader(r, 1<<20)).Decode(&order)
	return order, err
}
