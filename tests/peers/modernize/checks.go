// Package modernize has the analyzers of modernize that are about cost and what their users reported, and what heaplint says there.
package modernize

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"sort"
	"strings"
	"sync"
)

// stringsbuilder: `s += part` in a loop
func joined(parts []string) string {
	text := "["
	for _, part := range parts {
		text += part // want string-concat-in-loop
		text += "."  // want string-concat-in-loop
	}
	return text + "]"
}

// stringsbuilder: `s += fmt.Sprintf(...)` in a loop
func formatted(numbers []int) string {
	text := ""
	for _, number := range numbers {
		text += fmt.Sprintf("%d;", number) // want string-concat-in-loop
	}
	return text
}

// stringsbuilder: without a loop
func added(a, b string) string {
	text := a
	text += b // none: one sum of two strings
	return text
}

// stringsseq: `for _, part := range strings.Split(s, sep)`, Fields, and package bytes
func longest(text string, data []byte) (most int) {
	for _, part := range strings.Split(text, ",") { // want split-in-range
		most = max(most, len(part))
	}
	for _, word := range strings.Fields(text) { // want split-in-range
		most = max(most, len(word))
	}
	for _, line := range bytes.Split(data, []byte("\n")) { // want split-in-range
		most = max(most, len(line))
	}
	return most
}

// stringsseq: with an index
func position(text, word string) int {
	for i, part := range strings.Split(text, ",") { // none: SplitSeq counts nothing
		if part == word {
			return i
		}
	}
	return -1
}

// stringscut: `strings.SplitN(s, sep, 2)[0]` and `strings.Split(s, sep)[0]`
func beforeColon(text string) (string, string) {
	return strings.SplitN(text, ":", 2)[0], strings.Split(text, ":")[0] // want split-for-one-part
}

// stringscut: `strings.Index` and a part of the string
func beforeComma(text string) string {
	if at := strings.Index(text, ","); at >= 0 { // none: saves nothing: a part of a string is no copy
		return text[:at]
	}
	return ""
}

// stringscutprefix: HasPrefix and TrimPrefix
func withoutPrefix(text string) string {
	if strings.HasPrefix(text, "https://") { // none: saves nothing: a part of a string is no copy
		return strings.TrimPrefix(text, "https://")
	}
	return ""
}

// fmtappendf: `[]byte(fmt.Sprintf(...))`
func line(name string, n int) []byte {
	return []byte(fmt.Sprintf("%s: %d", name, n)) // want sprintf-to-bytes
}

// slicescontains: a loop that looks for an element
func contains(numbers []int, wanted int) bool {
	for _, number := range numbers { // none: saves nothing: slices.Contains is this loop
		if number == wanted {
			return true
		}
	}
	return false
}

// mapsloop: `for k, v := range m { n[k] = v }` into a new map
func cloned(ages map[string]int) map[string]int {
	all := make(map[string]int, len(ages))
	for name, age := range ages { // want map-copied-by-loop
		all[name] = age
	}
	return all
}

// mapsloop: into a map that holds something (maps.Copy)
func merged(all, more map[string]int) {
	for name, age := range more { // none: saves nothing: maps.Copy is this loop
		all[name] = age
	}
}

// mapsloop: `n[k] += v` (reported as a false positive by users)
func summed(all, more map[string]int) {
	for name, age := range more {
		all[name] += age // none: it adds, and copies nothing
	}
}

// appendclipped: `append([]T(nil), s...)`, which is slices.Clone
func clonedSlice(numbers []int) []int {
	return append([]int(nil), numbers...) // none: saves nothing: slices.Clone is this
}

// appendclipped: `append(append([]T{}, a...), b...)`, which is slices.Concat
func concatenated(a, b []int) []int {
	return append(append([]int{}, a...), b...) // want concat-by-append
}

// slicessort: `sort.Slice` with `s[i] < s[j]`
func sorted(numbers []int) {
	sort.Slice(numbers, func(i, j int) bool { return numbers[i] < numbers[j] }) // want sort-by-reflection
}

// slicesdelete: `append(s[:i], s[j:]...)`
func removed(numbers []int, i int) []int {
	return append(numbers[:i], numbers[i+1:]...) // none: saves nothing: slices.Delete clears what is left over as well
}

// errorsastype: `errors.As` with a variable of the error's type
func pathOf(err error) string {
	var failed *fs.PathError
	if errors.As(err, &failed) { // want errors-as-target
		return failed.Path
	}
	return ""
}

// reflecttypeassert: `v.Interface().(T)`
func textsOf(list reflect.Value) (texts int) {
	for i := range list.Len() {
		if text, ok := list.Index(i).Interface().(string); ok { // want reflect-interface-on-hot-path
			texts += len(text)
		}
	}
	return texts
}

// reflecttypefor: `reflect.TypeOf(x)` of a known type
func typeOfError() reflect.Type {
	return reflect.TypeOf((*error)(nil)).Elem() // none: saves nothing: both are constants of the program
}

// waitgroupgo: `wg.Add(1)` and `go func() { defer wg.Done() ... }()`
func inBackground(wg *sync.WaitGroup, work func()) {
	wg.Add(1)
	go func() { // none: saves nothing: wg.Go makes the same closures
		defer wg.Done()
		work()
	}()
}

// rangeint: and any, atomictypes, bloop, embedlit, forvar, importcomment, minmax, newexpr, omitzero, plusbuild, slicesbackward, slicesclip, stditerators, testingcontext, unsafefuncs
func style(numbers []int) (most int) {
	for i := 0; i < len(numbers); i++ { // none: style alone: the compiler makes the same of both forms
		if numbers[i] > most {
			most = numbers[i]
		}
	}
	return most
}

var _, _ = maps.Copy[map[int]int, map[int]int], slices.Clone[[]int]
