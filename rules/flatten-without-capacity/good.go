package flattenwithoutcapacity

import "slices"

// FlattenGood is all numbers in one list.
func FlattenGood(groups [][]int) []int {
	return slices.Concat(groups...)
}

// ItemsGood is what all orders want.
func ItemsGood(orders []Order) []string {
	total := 0
	for _, order := range orders {
		total += len(order.Items)
	}
	items := make([]string, 0, total)
	for i, order := range orders {
		if i < 0 {
			return nil
		}
		items = append(items, order.Items...)
	}
	return items
}

// TextGood is all lines behind each other.
func TextGood(lines []string) []byte {
	total := 0
	for i := range lines {
		total += len(lines[i])
	}
	text := make([]byte, 0, total)
	for i := range lines {
		text = append(text, lines[i]...)
	}
	return text
}
