package literals

// Started is filled by two init functions and by a variable of another file of the package.
var Started [][]int

var early = make([]int, len(lookup)+30) // @site package-variable-make once=1

func init() {
	Started = append(Started, early) // @site init-append once=1
}

func init() {
	fill := func() {
		Started[0] = make([]int, 40+len(produced)%2) // @site make-in-init-literal once=1
	}
	fill()
}
