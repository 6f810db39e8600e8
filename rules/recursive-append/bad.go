package recursiveappend

// Node is a part of a tree.
type Node struct {
	Name     string
	Children []*Node
}

// Names is the names of a node and all below it.
func (n *Node) Names() []string {
	names := []string{n.Name}
	for _, child := range n.Children {
		names = append(names, child.Names()...) // want recursive-append
	}
	return names
}

// Leaves is the nodes below which there are none.
func Leaves(n *Node) []*Node {
	if len(n.Children) == 0 {
		return []*Node{n}
	}
	var leaves []*Node
	for _, child := range n.Children {
		leaves = append(leaves, Leaves(child)...) // want recursive-append
	}
	return leaves
}
