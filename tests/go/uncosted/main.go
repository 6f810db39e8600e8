// Command uncosted prints the places of a module's expressions whose escape costs nothing, by go/types: it knows nothing of
// heaplint and nothing of the compiler's optimisations beyond this list.
//
//	uncosted DIR PACKAGE...
//
// runs in the module's folder DIR and prints for each expression "KIND file line column": "constant" for constant expressions,
// "literal" for function literals that capture nothing, "small" for values of at most one byte and of no size. The place is the
// token that the compiler names (an operator, a dot, an opening parenthesis), columns count bytes from 1.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
)

type listed struct {
	ImportPath, Dir, Export string
	GoFiles, CgoFiles       []string
	ImportMap               map[string]string
	DepOnly                 bool
}

func main() {
	folder, patterns := os.Args[1], os.Args[2:]
	command := exec.Command("go", append([]string{"list", "-deps", "-export", "-json=ImportPath,Dir,Export,GoFiles,CgoFiles,ImportMap,DepOnly", "--"}, patterns...)...)
	command.Dir, command.Stderr = folder, os.Stderr
	output, err := command.StdoutPipe()
	if err == nil {
		err = command.Start()
	}
	if err != nil {
		log.Fatal(err)
	}
	exports := map[string]string{}
	var own []listed
	for decoder := json.NewDecoder(output); ; {
		var p listed
		if err := decoder.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			log.Fatal(err)
		}
		exports[p.ImportPath] = p.Export
		if !p.DepOnly {
			own = append(own, p)
		}
	}
	if err := command.Wait(); err != nil {
		log.Fatal(err)
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for _, p := range own {
		check(p, exports, out)
	}
}

func check(p listed, exports map[string]string, out io.Writer) {
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range p.GoFiles {
		file, err := parser.ParseFile(fset, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			log.Fatal(err)
		}
		files = append(files, file)
	}
	lookup := func(path string) (io.ReadCloser, error) {
		if mapped, ok := p.ImportMap[path]; ok {
			path = mapped
		}
		return os.Open(exports[path])
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{},
		Uses:  map[*ast.Ident]types.Object{},
		Defs:  map[*ast.Ident]types.Object{},
	}
	sizes := types.SizesFor("gc", "amd64")
	config := types.Config{Importer: importer.ForCompiler(fset, "gc", lookup), Sizes: sizes, Error: func(error) {}}
	if _, err := config.Check(p.ImportPath, fset, files, info); err != nil && len(p.CgoFiles) == 0 {
		log.Fatal(err)
	}
	for _, file := range files {
		ast.Inspect(file, func(node ast.Node) bool {
			e, ok := node.(ast.Expr)
			if !ok {
				return true
			}
			if kind := uncosted(e, info, sizes); kind != "" {
				at := fset.PositionFor(anchor(e, info), false)
				fmt.Fprintf(out, "%s\t%s\t%d\t%d\n", kind, at.Filename, at.Line, at.Column)
			}
			return true
		})
	}
}

func uncosted(e ast.Expr, info *types.Info, sizes types.Sizes) string {
	if literal, ok := e.(*ast.FuncLit); ok {
		if captures(literal, info) {
			return ""
		}
		return "literal"
	}
	tv, ok := info.Types[e]
	switch {
	case !ok || !tv.IsValue():
		return ""
	case tv.Value != nil:
		return "constant"
	case hasTypeParameter(tv.Type):
		return ""
	}
	switch t := tv.Type.(type) {
	case *types.Tuple:
		return ""
	case *types.Basic:
		// A comparison yields an untyped bool.
		if t.Info()&types.IsUntyped != 0 && t.Kind() != types.UntypedBool {
			return ""
		}
	}
	if sizes.Sizeof(types.Default(tv.Type)) <= 1 {
		return "small"
	}
	return ""
}

// captures tells whether a literal uses a variable that a function around it declares.
func captures(literal *ast.FuncLit, info *types.Info) bool {
	found := false
	ast.Inspect(literal.Body, func(node ast.Node) bool {
		if ident, ok := node.(*ast.Ident); ok {
			v, ok := info.Uses[ident].(*types.Var)
			local := ok && !v.IsField() && v.Pkg() != nil && v.Parent() != v.Pkg().Scope()
			found = found || local && (v.Pos() < literal.Pos() || v.Pos() > literal.End())
		}
		return !found
	})
	return found
}

func hasTypeParameter(t types.Type) bool {
	switch t := types.Unalias(t).(type) {
	case *types.TypeParam:
		return true
	case *types.Named:
		for i := 0; i < t.TypeArgs().Len(); i++ {
			if hasTypeParameter(t.TypeArgs().At(i)) {
				return true
			}
		}
		if s, ok := t.Underlying().(*types.Struct); ok && t.TypeArgs().Len() > 0 {
			return hasTypeParameter(s)
		}
	case *types.Struct:
		for i := 0; i < t.NumFields(); i++ {
			if hasTypeParameter(t.Field(i).Type()) {
				return true
			}
		}
	case *types.Array:
		return hasTypeParameter(t.Elem())
	}
	return false
}

// anchor is the token by which the compiler calls an expression.
func anchor(e ast.Expr, info *types.Info) token.Pos {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return anchor(e.X, info)
	case *ast.BinaryExpr:
		return e.OpPos
	case *ast.SelectorExpr:
		return e.Sel.Pos() - 1
	case *ast.IndexExpr:
		return e.Lbrack
	case *ast.SliceExpr:
		return e.Lbrack
	case *ast.CallExpr:
		if info.Types[e.Fun].IsType() && len(e.Args) == 1 {
			return anchor(e.Args[0], info)
		}
		return e.Lparen
	case *ast.CompositeLit:
		return e.Lbrace
	case *ast.TypeAssertExpr:
		return e.Lparen - 1
	}
	return e.Pos()
}
