// Command stdsizes writes how large the exported types of Go's standard library are whose fields are not all exported.
//
// It type-checks the packages of the Go that runs it from source, for linux/amd64 without cgo. One type a line, sorted:
//
//	time.Time 24 8 *        bytes, alignment, and "*" where the collector follows something in it, else "-"
//
// `regenerate` beside it runs it with several Go versions and keeps the lines that all of them write.
package main

import (
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
	"sort"
	"strings"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("stdsizes: ")
	environment := append(os.Environ(), "GOOS=linux", "GOARCH=amd64", "CGO_ENABLED=0", "GOFLAGS=", "GOEXPERIMENT=")
	run := func(arguments ...string) string {
		cmd := exec.Command(filepath.Join(runtime.GOROOT(), "bin", "go"), arguments...)
		cmd.Env, cmd.Stderr = environment, os.Stderr
		out, err := cmd.Output()
		if err != nil {
			log.Fatal(err)
		}
		return strings.TrimSpace(string(out))
	}
	build.Default.GOROOT = runtime.GOROOT()
	build.Default.GOOS, build.Default.GOARCH, build.Default.CgoEnabled = "linux", "amd64", false
	packages := importer.ForCompiler(token.NewFileSet(), "source", nil)
	sizes := types.SizesFor("gc", "amd64")
	var lines []string
	for _, path := range strings.Fields(run("list", "std")) {
		hidden := strings.HasPrefix(path, "vendor/") || strings.Contains("/"+path+"/", "/internal/")
		if hidden || path == "unsafe" {
			continue
		}
		pkg, err := packages.Import(path)
		if err != nil {
			log.Fatalf("%s: %v", path, err)
		}
		for _, name := range pkg.Scope().Names() {
			declared, ok := pkg.Scope().Lookup(name).(*types.TypeName)
			if !ok || !declared.Exported() || declared.IsAlias() {
				continue
			}
			named, ok := declared.Type().(*types.Named)
			if !ok || named.TypeParams().Len() > 0 || !hides(named.Underlying(), 0) {
				continue
			}
			mark := "-"
			if pointers(named, 0) {
				mark = "*"
			}
			// Go 1.21 leaves out the padding behind the last field.
			size, alignment := sizes.Sizeof(named), sizes.Alignof(named)
			size = (size + alignment - 1) / alignment * alignment
			lines = append(lines, fmt.Sprintf("%s.%s %d %d %s", path, name, size, alignment, mark))
		}
	}
	sort.Strings(lines)
	fmt.Println(strings.Join(lines, "\n"))
}

// hides reports whether a value of the type has fields that are not exported.
func hides(of types.Type, depth int) bool {
	switch of := of.Underlying().(type) {
	case *types.Struct:
		for i := 0; i < of.NumFields(); i++ {
			if field := of.Field(i); !field.Exported() || depth < 16 && hides(field.Type(), depth+1) {
				return true
			}
		}
	case *types.Array:
		return depth < 16 && hides(of.Elem(), depth+1)
	}
	return false
}

// pointers reports whether a value of the type holds something that the collector follows.
func pointers(of types.Type, depth int) bool {
	switch of := of.Underlying().(type) {
	case *types.Basic:
		return of.Kind() == types.String || of.Kind() == types.UnsafePointer
	case *types.Array:
		return of.Len() > 0 && pointers(of.Elem(), depth+1)
	case *types.Struct:
		for i := 0; i < of.NumFields(); i++ {
			if pointers(of.Field(i).Type(), depth+1) {
				return true
			}
		}
		return false
	}
	return true
}
