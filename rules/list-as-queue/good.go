package listasqueue

// BreadthGood names all nodes, level by level.
func BreadthGood(root *Node) (names []string) {
	queue := []*Node{root}
	for len(queue) > 0 {
		node := queue[0]
		queue = queue[1:] // want queue-resliced
		names = append(names, node.Name)
		queue = append(queue, node.Children...)
	}
	return names
}

// BalancedGood tells whether brackets open and close in order.
func BalancedGood(text string) bool {
	var open []rune
	for _, letter := range text {
		switch letter {
		case '(', '[':
			open = append(open, letter)
		case ')', ']':
			if len(open) == 0 || letter-open[len(open)-1] > 2 {
				return false
			}
			open = open[:len(open)-1]
		}
	}
	return len(open) == 0
}
