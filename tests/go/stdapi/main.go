// Command stdapi writes the exported API of Go's standard library, with its types, as the text that src/go/std embeds.
//
// It type-checks the packages of the Go that runs it from source, for linux/amd64 without cgo. It knows nothing of
// other platforms, of documentation or of constant values, and it does not decide what heaplint makes of a type.
//
// The text, one fact a line, sorted within its package:
//
//	package net/http http                      import path, package name
//	const MethodGet untyped string
//	func Get(string) (*net/http.Response, error)
//	func Keys[M ~map[K]V, K, V](M) iter.Seq[K] constraints only where they give a type parameter's shape
//	method (*Client) Get(string) (*net/http.Response, error)
//	type Header map[string][]string            the underlying type; "type A = B" is an alias
//	var DefaultClient *net/http.Client
//
// Types are Go's syntax with full import paths, without quotes, parameter names, struct tags and channel directions.
// A name without a path is predeclared or a type parameter. "?" is what this text does not say: "_ ?" stands for all
// unexported fields of a struct, "interface{?}" is a constraint. Methods are whole method sets, promoted ones included,
// and interfaces list all their methods. Types that are not exported, or that internal packages declare, are there when
// exported declarations speak of them.
//
// Usage, from tests/go/stdapi: go run . > ../../../src/go/std/api.txt
package main

import (
	"bufio"
	"fmt"
	"go/build"
	"go/importer"
	"go/token"
	"go/types"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

const command = "go run . > ../../../src/go/std/api.txt"

// unsafeFacts is what go/types knows of package unsafe without declaring it. Lengths may be of any integer type.
var unsafeFacts = []string{
	"func Add(unsafe.Pointer, int) unsafe.Pointer",
	"func Alignof(any) uintptr",
	"func Offsetof(any) uintptr",
	"func Sizeof(any) uintptr",
	"func Slice[T](*T, int) []T",
	"func SliceData[T]([]T) *T",
	"func String(*byte, int) string",
	"func StringData(string) *byte",
	"type Pointer = unsafe.Pointer",
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("stdapi: ")
	paths, err := standardPackages()
	if err != nil {
		log.Fatal(err)
	}
	api := newAPI()
	packages := importer.ForCompiler(token.NewFileSet(), "source", nil)
	for _, path := range paths {
		if isHidden(path) || path == "unsafe" {
			continue
		}
		pkg, err := packages.Import(path)
		if err != nil {
			log.Fatalf("%s: %v", path, err)
		}
		api.addPackage(pkg)
	}
	api.names["unsafe"] = "unsafe"
	api.lines["unsafe"] = unsafeFacts
	if err := api.write(os.Stdout); err != nil {
		log.Fatal(err)
	}
}

// standardPackages asks the go command for the standard packages and points go/build at the same tree.
func standardPackages() ([]string, error) {
	environment := append(os.Environ(), "GOOS=linux", "GOARCH=amd64", "CGO_ENABLED=0", "GOFLAGS=", "GOEXPERIMENT=")
	run := func(arguments ...string) (string, error) {
		cmd := exec.Command("go", arguments...)
		cmd.Env, cmd.Stderr = environment, os.Stderr
		out, err := cmd.Output()
		if err != nil {
			return "", fmt.Errorf("go %s: %w", strings.Join(arguments, " "), err)
		}
		return strings.TrimSpace(string(out)), nil
	}
	version, err := run("env", "GOVERSION")
	if err != nil {
		return nil, err
	}
	if version != runtime.Version() {
		return nil, fmt.Errorf("built by %s, but the go command on PATH is %s", runtime.Version(), version)
	}
	root, err := run("env", "GOROOT")
	if err != nil {
		return nil, err
	}
	build.Default.GOROOT = filepath.Clean(root)
	build.Default.GOOS, build.Default.GOARCH, build.Default.CgoEnabled = "linux", "amd64", false
	list, err := run("list", "std")
	if err != nil {
		return nil, err
	}
	return strings.Fields(list), nil
}

// isHidden reports whether user code cannot import the package.
func isHidden(path string) bool {
	return path == "vendor" || strings.HasPrefix(path, "vendor/") || slices.Contains(strings.Split(path, "/"), "internal")
}

// api collects lines by import path.
type api struct {
	names map[string]string   // package names by import path
	lines map[string][]string // facts by import path
	seen  map[*types.TypeName]bool
	queue []*types.TypeName // types that were spoken of, to be declared too
}

func newAPI() *api {
	return &api{names: map[string]string{}, lines: map[string][]string{}, seen: map[*types.TypeName]bool{}}
}

func (a *api) addPackage(pkg *types.Package) {
	a.names[pkg.Path()] = pkg.Name()
	scope := pkg.Scope()
	for _, name := range scope.Names() {
		if !token.IsExported(name) {
			continue
		}
		switch object := scope.Lookup(name).(type) {
		case *types.Const:
			a.add(pkg, "const %s %s", name, a.text(object.Type()))
		case *types.Var:
			a.add(pkg, "var %s %s", name, a.text(object.Type()))
		case *types.Func:
			a.add(pkg, "func %s%s", name, a.signature(object.Signature()))
		case *types.TypeName:
			a.speakOf(object)
		}
	}
	for len(a.queue) > 0 {
		next := a.queue[0]
		a.queue = a.queue[1:]
		a.addType(next)
	}
}

func (a *api) add(pkg *types.Package, format string, arguments ...any) {
	a.names[pkg.Path()] = pkg.Name()
	a.lines[pkg.Path()] = append(a.lines[pkg.Path()], fmt.Sprintf(format, arguments...))
}

// speakOf makes sure that a package-level type is declared in the text.
func (a *api) speakOf(object *types.TypeName) {
	if !a.seen[object] {
		a.seen[object] = true
		a.queue = append(a.queue, object)
	}
}

func (a *api) addType(object *types.TypeName) {
	if alias, ok := object.Type().(*types.Alias); ok {
		a.add(object.Pkg(), "type %s%s = %s", object.Name(), a.parameters(alias.TypeParams()), a.text(alias.Rhs()))
		return
	}
	named, ok := object.Type().(*types.Named)
	if !ok { // An alias of a predeclared type, or of unsafe.Pointer, under GODEBUG=gotypesalias=0.
		log.Fatalf("%s.%s: unexpected %T", object.Pkg().Path(), object.Name(), object.Type())
	}
	a.add(object.Pkg(), "type %s%s %s", object.Name(), a.parameters(named.TypeParams()), a.text(named.Underlying()))
	if !types.IsInterface(named) {
		a.addMethods(object, named)
	}
}

// addMethods writes the method set of the pointer type. Which receiver a method needs is told by the value's own set.
func (a *api) addMethods(object *types.TypeName, named *types.Named) {
	whole := ownInstance(named)
	ofValue := types.NewMethodSet(whole)
	ofPointer := types.NewMethodSet(types.NewPointer(whole))
	for selection := range ofPointer.Methods() {
		method := selection.Obj()
		if !method.Exported() {
			continue
		}
		receiver := object.Name()
		if ofValue.Lookup(method.Pkg(), method.Name()) == nil {
			receiver = "*" + receiver
		}
		a.add(object.Pkg(), "method (%s) %s%s", receiver, method.Name(), a.signature(selection.Type().(*types.Signature)))
	}
}

// ownInstance instantiates a generic type with its own type parameters, so that its methods, which may rename them, and
// the promoted ones speak of the same names.
func ownInstance(named *types.Named) types.Type {
	if named.TypeParams().Len() == 0 {
		return named
	}
	var arguments []types.Type
	for parameter := range named.TypeParams().TypeParams() {
		arguments = append(arguments, parameter)
	}
	instance, err := types.Instantiate(nil, named, arguments, false)
	if err != nil {
		log.Fatalf("%s: %v", named, err)
	}
	return instance
}

// text spells a type.
func (a *api) text(t types.Type) string {
	switch t := types.Unalias(t).(type) {
	case *types.Basic:
		if t.Kind() == types.UnsafePointer {
			return "unsafe.Pointer"
		}
		return t.Name()
	case *types.Named:
		return a.named(t)
	case *types.TypeParam:
		if types.Universe.Lookup(t.Obj().Name()) != nil {
			log.Fatalf("type parameter %s hides a predeclared name", t)
		}
		return t.Obj().Name()
	case *types.Pointer:
		return "*" + a.text(t.Elem())
	case *types.Slice:
		return "[]" + a.text(t.Elem())
	case *types.Array:
		return fmt.Sprintf("[%d]%s", t.Len(), a.text(t.Elem()))
	case *types.Map:
		return "map[" + a.text(t.Key()) + "]" + a.text(t.Elem())
	case *types.Chan:
		return "chan " + a.text(t.Elem())
	case *types.Signature:
		return "func" + a.signature(t)
	case *types.Struct:
		return a.structure(t)
	case *types.Interface:
		return a.iface(t)
	}
	log.Fatalf("no text for %T %s", t, t)
	return ""
}

func (a *api) named(t *types.Named) string {
	object := t.Obj()
	if object.Pkg() == nil {
		return object.Name() // error, comparable
	}
	if object.Parent() != object.Pkg().Scope() {
		return "?" // declared inside a function
	}
	a.speakOf(object)
	text := object.Pkg().Path() + "." + object.Name()
	if t.TypeArgs().Len() == 0 {
		return text
	}
	var arguments []string
	for argument := range t.TypeArgs().Types() {
		arguments = append(arguments, a.text(argument))
	}
	return text + "[" + strings.Join(arguments, ", ") + "]"
}

func (a *api) structure(t *types.Struct) string {
	var parts []string
	hidden := false
	for field := range t.Fields() {
		switch {
		case field.Embedded(): // Also the unexported ones: they promote.
			parts = append(parts, a.embedded(field))
		case field.Exported():
			parts = append(parts, field.Name()+" "+a.text(field.Type()))
		default:
			hidden = true
		}
	}
	if hidden {
		parts = append(parts, "_ ?")
	}
	return "struct{" + strings.Join(parts, "; ") + "}"
}

// embedded spells an embedded field by its type alone where that gives the field's name, which an alias does not.
func (a *api) embedded(field *types.Var) string {
	text := a.text(field.Type())
	base, _, _ := strings.Cut(text, "[")
	if base[strings.LastIndexAny(base, ".*")+1:] != field.Name() {
		log.Fatalf("field %s embeds %s under another name", field, text)
	}
	return text
}

func (a *api) iface(t *types.Interface) string {
	var parts []string
	for method := range t.Methods() {
		parts = append(parts, method.Name()+a.signature(method.Signature()))
	}
	if !t.IsMethodSet() {
		parts = append(parts, "?")
	}
	if len(parts) == 0 {
		return "any"
	}
	return "interface{" + strings.Join(parts, "; ") + "}"
}

// parameters spells type parameters. A constraint is told only where it is one ~T of a composite T: it then gives the
// shape of every argument, and with it the other type parameters.
func (a *api) parameters(list *types.TypeParamList) string {
	var parts []string
	for parameter := range list.TypeParams() {
		text := a.text(parameter)
		if shape := onlyTerm(parameter.Constraint()); shape != nil {
			text += " ~" + a.text(shape)
		}
		parts = append(parts, text)
	}
	if len(parts) == 0 {
		return ""
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// onlyTerm returns the composite type T of a constraint ~T, else nil.
func onlyTerm(constraint types.Type) types.Type {
	iface, ok := constraint.Underlying().(*types.Interface)
	if !ok || iface.NumEmbeddeds() != 1 {
		return nil
	}
	union, ok := iface.EmbeddedType(0).(*types.Union)
	if !ok || union.Len() != 1 {
		return nil
	}
	switch t := union.Term(0).Type().(type) {
	case *types.Slice, *types.Map, *types.Pointer, *types.Array, *types.Chan, *types.Signature:
		return t
	}
	return nil
}

func (a *api) signature(s *types.Signature) string {
	text := a.parameters(s.TypeParams()) + "(" + a.tuple(s.Params(), s.Variadic()) + ")"
	switch results := a.tuple(s.Results(), false); s.Results().Len() {
	case 0:
		return text
	case 1:
		return text + " " + results
	default:
		return text + " (" + results + ")"
	}
}

func (a *api) tuple(list *types.Tuple, variadic bool) string {
	var parts []string
	for i := range list.Len() {
		t := list.At(i).Type()
		if slice, ok := t.(*types.Slice); ok && variadic && i == list.Len()-1 {
			parts = append(parts, "..."+a.text(slice.Elem()))
			continue
		}
		parts = append(parts, a.text(t))
	}
	return strings.Join(parts, ", ")
}

func (a *api) write(file *os.File) error {
	out := bufio.NewWriter(file)
	fmt.Fprintf(out, "# %s linux/amd64; written by tests/go/stdapi, from there: %s\n", runtime.Version(), command)
	paths := make([]string, 0, len(a.names))
	for path := range a.names {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	for _, path := range paths {
		fmt.Fprintf(out, "package %s %s\n", path, a.names[path])
		slices.Sort(a.lines[path])
		for _, line := range a.lines[path] {
			fmt.Fprintln(out, line)
		}
	}
	return out.Flush()
}
