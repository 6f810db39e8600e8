package recursiveappend

// Other is a part of another tree.
type Other struct {
	Nodes    []*Node
	Children []*Other
}

// Names of another type: no recursion.
func (o *Other) Names() []string {
	var names []string
	for _, node := range o.Nodes {
		names = append(names, node.Names()...)
	}
	return names
}

// Count returns no slice.
func (o *Other) Count() []int {
	counts := []int{len(o.Nodes)}
	for _, child := range o.Children {
		counts = append(counts, child.Count()[0])
	}
	return counts
}

// A function of the same name that is not this one.
func local(nodes []*Node, local func(*Node) []string) []string {
	var all []string
	for _, node := range nodes {
		all = append(all, local(node)...)
	}
	return all
}

type source interface{ Names() []string }

// Who answers is not known: it need not be a list of the same kind.
type list struct{ sources []source }

func (l *list) Names() []string {
	var all []string
	for _, one := range l.sources {
		all = append(all, one.Names()...)
	}
	return all
}
