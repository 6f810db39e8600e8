package prependinloop

import "slices"

// PathGood is the names from the root to a node.
func PathGood(node *Node) []string {
	var path []string
	for ; node != nil; node = node.Parent {
		path = append(path, node.Name)
	}
	slices.Reverse(path)
	return path
}

// DigitsGood is a number in base ten, the largest digit first.
func DigitsGood(n uint64) []byte {
	digits := make([]byte, 0, 20)
	for ; n > 0; n /= 10 {
		digits = append(digits, byte(n%10))
	}
	slices.Reverse(digits)
	return digits
}

// BackwardsGood turns numbers around.
func BackwardsGood(numbers []int) []int {
	out := slices.Clone(numbers)
	slices.Reverse(out)
	return out
}
