package validbeforeunmarshal

import "encoding/json"

// The answer alone.
func stored(data []byte, all map[string][]byte) bool {
	if !json.Valid(data) {
		return false
	}
	all[string(data)] = data
	return true
}

// Other bytes are decoded.
func wrapped(data []byte) (order Order, err error) {
	if !json.Valid(data) {
		data = []byte("{}")
	}
	err = json.Unmarshal(data, &order)
	return order, err
}

func two(header, body []byte) (order Order, err error) {
	if !json.Valid(header) {
		return order, errNoJSON
	}
	err = json.Unmarshal(body, &order)
	return order, err
}

type checker struct{}

func (checker) Valid(data []byte) bool { return len(data) > 0 }

// Something else is asked.
func own(check checker, data []byte) (order Order, err error) {
	if !check.Valid(data) {
		return order, errNoJSON
	}
	err = json.Unmarshal(data, &order)
	return order, err
}

// A document of another kind is no error, and a broken one is: only Valid tells them apart.
func orDefault(data []byte) (order Order, err error) {
	if !json.Valid(data) {
		return order, errNoJSON
	}
	if err = json.Unmarshal(data, &order); err != nil {
		if _, ofAnotherKind := err.(*json.UnmarshalTypeError); ofAnotherKind {
			return Order{ID: 1}, nil
		}
		return order, err
	}
	return order, nil
}

// Valid decides which of two formats it is.
func either(data []byte, lines func([]byte, *Order) error) (order Order, err error) {
	if json.Valid(data) {
		err = json.Unmarshal(data, &order)
		return order, err
	}
	return order, lines(data, &order)
}
