// Command typesof prints what go/types says of every expression of some packages of the standard library.
//
// One line per file of every package that they are made of: "P", import path, file. One line per expression: "E", file,
// start, end, whether it is a declared name, the type, the underlying basic type. Local types stand as what they are
// declared to be, aliases as what they stand for, channels without direction: that is all that light types say.
package main

import (
	"bufio"
	"fmt"
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"log"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

var out = bufio.NewWriter(os.Stdout)

func main() {
	build.Default.CgoEnabled = false
	defer out.Flush()
	seen := map[string]bool{}
	fset := token.NewFileSet()
	source := importer.ForCompiler(fset, "source", nil)
	for _, path := range os.Args[1:] {
		files(path, "", seen)
	}
	for _, path := range os.Args[1:] {
		expressions(path, fset, source)
	}
}

// files prints the files of a package and of all that it imports.
func files(path, from string, seen map[string]bool) {
	if path == "C" || path == "unsafe" {
		return
	}
	p, err := build.Import(path, from, 0)
	if err != nil {
		log.Fatal(err)
	}
	if seen[p.Dir] {
		return
	}
	seen[p.Dir] = true
	for _, name := range p.GoFiles {
		fmt.Fprintf(out, "P\t%s\t%s\n", importPath(p.ImportPath), filepath.Join(p.Dir, name))
	}
	for _, imported := range p.Imports {
		files(imported, p.Dir, seen)
	}
}

// importPath is a package's path as source that imports it writes it.
func importPath(path string) string {
	if _, inside, vendored := strings.Cut("/"+path, "/vendor/"); vendored {
		return inside
	}
	return path
}

func expressions(path string, fset *token.FileSet, source types.Importer) {
	p, err := build.Import(path, "", 0)
	if err != nil {
		log.Fatal(err)
	}
	var parsed []*ast.File
	for _, name := range p.GoFiles {
		file, err := parser.ParseFile(fset, filepath.Join(p.Dir, name), nil, 0)
		if err != nil {
			log.Fatal(err)
		}
		parsed = append(parsed, file)
	}
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}}
	config := types.Config{Importer: source, Error: func(error) {}}
	if _, err := config.Check(path, fset, parsed, info); err != nil {
		log.Fatal(err)
	}
	var lines []string
	line := func(e ast.Expr, declared int, of types.Type) {
		if tuple, ok := of.(*types.Tuple); ok {
			if tuple.Len() == 0 {
				return
			}
			of = tuple.At(0).Type()
		}
		start, end := fset.Position(e.Pos()), fset.Position(e.End())
		basic := "-"
		if b, ok := of.Underlying().(*types.Basic); ok {
			basic = b.Name()
		}
		lines = append(lines, fmt.Sprintf("E\t%s\t%d\t%d\t%d\t%s\t%s\n",
			start.Filename, start.Offset, end.Offset, declared, text(of, nil), basic))
	}
	// The checker makes up a literal for x++: only what stands in the source counts.
	for _, file := range parsed {
		ast.Inspect(file, func(node ast.Node) bool {
			if e, ok := node.(ast.Expr); ok {
				if tv, ok := info.Types[e]; ok && (tv.IsValue() || tv.IsNil()) {
					line(e, 0, tv.Type)
				}
			}
			return true
		})
	}
	for ident, object := range info.Defs {
		if v, ok := object.(*types.Var); ok && !v.IsField() && ident.Name != "_" {
			line(ident, 1, v.Type())
		}
	}
	sort.Strings(lines)
	for _, one := range lines {
		out.WriteString(one)
	}
}

// text is the canonical form that the Rust side writes too.
func text(of types.Type, inside []*types.Named) string {
	of = types.Unalias(of)
	inner := func(of types.Type) string { return text(of, inside) }
	switch of := of.(type) {
	case *types.Basic:
		switch of.Kind() {
		case types.Uintptr:
			return "uint"
		case types.Uint8:
			return "uint8"
		case types.Int32:
			return "int32"
		case types.UnsafePointer:
			return "unsafe.Pointer"
		}
		return of.Name()
	case *types.Named:
		object := of.Obj()
		if object.Pkg() == nil {
			return inner(of.Underlying())
		}
		if object.Parent() != object.Pkg().Scope() && object.Parent() != nil {
			for _, other := range inside {
				if other == of {
					return "?"
				}
			}
			return text(of.Underlying(), append(inside[:len(inside):len(inside)], of))
		}
		name := importPath(object.Pkg().Path()) + "." + object.Name()
		if of.TypeArgs().Len() == 0 {
			return name
		}
		var arguments []string
		for i := 0; i < of.TypeArgs().Len(); i++ {
			arguments = append(arguments, inner(of.TypeArgs().At(i)))
		}
		return name + "[" + strings.Join(arguments, ",") + "]"
	case *types.Pointer:
		return "*" + inner(of.Elem())
	case *types.Slice:
		return "[]" + inner(of.Elem())
	case *types.Array:
		return fmt.Sprintf("[%d]%s", of.Len(), inner(of.Elem()))
	case *types.Map:
		return "map[" + inner(of.Key()) + "]" + inner(of.Elem())
	case *types.Chan:
		return "chan " + inner(of.Elem())
	case *types.Signature:
		return "func" + signature(of, inside)
	case *types.Struct:
		var fields []string
		for i := 0; i < of.NumFields(); i++ {
			fields = append(fields, of.Field(i).Name()+" "+inner(of.Field(i).Type()))
		}
		return "struct{" + strings.Join(fields, ";") + "}"
	case *types.Interface:
		var parts []string
		for i := 0; i < of.NumExplicitMethods(); i++ {
			method := of.ExplicitMethod(i)
			parts = append(parts, method.Name()+signature(method.Type().(*types.Signature), inside))
		}
		for i := 0; i < of.NumEmbeddeds(); i++ {
			parts = append(parts, inner(of.EmbeddedType(i)))
		}
		sort.Strings(parts)
		return "interface{" + strings.Join(parts, ";") + "}"
	case *types.TypeParam:
		return "$" + of.Obj().Name()
	}
	return "?"
}

func signature(of *types.Signature, inside []*types.Named) string {
	list := func(tuple *types.Tuple) string {
		var parts []string
		for i := 0; i < tuple.Len(); i++ {
			parts = append(parts, text(tuple.At(i).Type(), inside))
		}
		return "(" + strings.Join(parts, ",") + ")"
	}
	return list(of.Params()) + list(of.Results())
}
