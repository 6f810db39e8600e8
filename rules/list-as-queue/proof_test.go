package listasqueue

import (
	"strconv"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	root := &Node{Name: "root"}
	for i := range 10 {
		child := &Node{Name: "child " + strconv.Itoa(i)}
		for j := range 10 {
			child.Children = append(child.Children, &Node{Name: "leaf " + strconv.Itoa(j)})
		}
		root.Children = append(root.Children, child)
	}
	text := strings.Repeat("(a [b (c)] d)", len(root.Children))
	proof.Allocates(t, "Breadth", func() []string { return Breadth(root) }, func() []string { return BreadthGood(root) })
	proof.Allocates(t, "Balanced", func() bool { return Balanced(text) }, func() bool { return BalancedGood(text) })
}
