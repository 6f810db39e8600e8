// Command functions reads paths of Go files, one a line, and prints where their functions begin and end: path, first line, last
// line, with tabs between.
// The first line is that of the token after func, as profiles have it.
package main

import (
	"bufio"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
)

func main() {
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		path := lines.Text()
		files := token.NewFileSet()
		// What does not parse is told as far as it does.
		file, _ := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if file == nil {
			continue
		}
		for _, declaration := range file.Decls {
			if function, ok := declaration.(*ast.FuncDecl); ok {
				start := files.PositionFor(function.Name.Pos(), false).Line
				if function.Recv != nil {
					start = files.PositionFor(function.Recv.Pos(), false).Line
				}
				fmt.Printf("%s\t%d\t%d\n", path, start, files.PositionFor(function.End(), false).Line)
			}
		}
	}
}
