package flattenwithoutcapacity

// Order is what somebody wants.
type Order struct {
	Items []string
}

// Flatten is all numbers in one list.
func Flatten(groups [][]int) []int {
	var all []int // want flatten-without-capacity
	for _, group := range groups {
		all = append(all, group...)
	}
	return all
}

// Items is what all orders want.
func Items(orders []Order) []string {
	items := []string{} // want flatten-without-capacity
	for i, order := range orders {
		if i < 0 {
			return nil
		}
		items = append(items, order.Items...)
	}
	return items
}

// Text is all lines behind each other.
func Text(lines []string) []byte {
	var text []byte // want flatten-without-capacity
	for i := range lines {
		text = append(text, lines[i]...)
	}
	return text
}
