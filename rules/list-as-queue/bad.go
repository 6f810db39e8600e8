package listasqueue

import "container/list"

// Node is a part of a tree.
type Node struct {
	Name     string
	Children []*Node
}

// Breadth names all nodes, level by level.
func Breadth(root *Node) (names []string) {
	queue := list.New() // want list-as-queue
	queue.PushBack(root)
	for queue.Len() > 0 {
		first := queue.Front()
		node := first.Value.(*Node)
		queue.Remove(first)
		names = append(names, node.Name)
		for _, child := range node.Children {
			queue.PushBack(child)
		}
	}
	return names
}

// Balanced tells whether brackets open and close in order.
func Balanced(text string) bool {
	var open list.List // want list-as-queue
	for _, letter := range text {
		switch letter {
		case '(', '[':
			open.PushBack(letter)
		case ')', ']':
			last := open.Back()
			if last == nil || letter-last.Value.(rune) > 2 {
				return false
			}
			open.Remove(last)
		}
	}
	return open.Len() == 0
}
