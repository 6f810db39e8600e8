package recursiveappend

// NamesGood is the names of a node and all below it.
func (n *Node) NamesGood() []string { return n.appendNames(nil) }

func (n *Node) appendNames(names []string) []string {
	names = append(names, n.Name)
	for _, child := range n.Children {
		names = child.appendNames(names)
	}
	return names
}

// LeavesGood is the nodes below which there are none.
func LeavesGood(n *Node) []*Node { return appendLeaves(nil, n) }

func appendLeaves(leaves []*Node, n *Node) []*Node {
	if len(n.Children) == 0 {
		return append(leaves, n)
	}
	for _, child := range n.Children {
		leaves = appendLeaves(leaves, child)
	}
	return leaves
}
