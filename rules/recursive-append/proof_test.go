package recursiveappend

import (
	"testing"

	"heaplint.test/rules/proof"
)

func tree(depth int) *Node {
	node := &Node{Name: "node"}
	for i := 0; i < 3 && depth > 0; i++ {
		node.Children = append(node.Children, tree(depth-1))
	}
	return node
}

func TestProof(t *testing.T) {
	root := tree(4)
	proof.Allocates(t, "Names", root.Names, root.NamesGood)
	proof.Allocates(t, "Leaves", func() []*Node { return Leaves(root) }, func() []*Node { return LeavesGood(root) })
}
