// Package proof measures what the cure of a rule saves, on the Go that runs the test.
//
// A rule's proof_test.go, in the package of its examples, has one function TestProof that gives every pair of bad.go and
// good.go to the function that measures what the rule claims:
//
//	Allocates   fewer objects or fewer bytes per operation
//	Faster      less time per operation
//	Keeps       fewer bytes stay after a collection while the result is held
//	Waits       goroutines wait less for each other
//	Wrong       the bad form gives a wrong result, and the good one the right one
//	Refused     -d=checkptr ends the program at the bad form, and not at the good one
//
// Each fails when the two do not return the same (but for Wrong), and, in a plain go test, when the saving does not exceed
// its spread although rule.toml says that the rule holds for this Go. With HEAPLINT_PROOF set to a file, one line of JSON
// per case goes there instead, whatever was saved: tests/proof/run judges.
//
// A cure that needs a newer Go stands with its case in a file with a build constraint: proof_go126_test.go, with
// //go:build go1.26 and a function TestProofGo126. Where no case is left, the proof says "not-applicable".
//
// With HEAPLINT_PROOF_SAME set nothing is measured: bad must do what good does, also of Wrong and Refused. That is for
// bad.go.fixed in the place of bad.go.
//
// Inputs are made before the case, by code that hides their values from the compiler (a loop, or a package variable), and
// neither function may change them. What the operation returns is kept on the heap, as a caller would.
package proof

import (
	"os"
	"reflect"
	"testing"
)

// Option changes how a case is judged.
type Option func(*options)

type options struct {
	same  func(a, b any) bool // whether bad and good returned the same
	since int                 // the minor version of the first Go on which the case must save; 0 for any
	until int                 // the minor version of the last Go on which the case must save; 0 for none
}

// SameBy compares the two results by a function instead of reflect.DeepEqual: for readers, errors, pointers to things that
// hold functions or locks, floats that may be NaN, results in any order.
func SameBy[T any](same func(bad, good T) bool) Option {
	return func(o *options) {
		o.same = func(a, b any) bool {
			bad, _ := a.(T) // A nil interface gives the zero value, which is the nil interface again.
			good, _ := b.(T)
			return same(bad, good)
		}
	}
}

// Since says that this case saves on Go 1.minor and newer only, while other cases of the rule save on older ones too.
func Since(minor int) Option { return func(o *options) { o.since = minor } }

// Until says that this case saves up to Go 1.minor, and that newer ones do it by themselves, while other cases of the rule go
// on. A rule that ends as a whole says so in rule.toml, in the same meaning: go = { until = 25 }.
func Until(minor int) Option { return func(o *options) { o.until = minor } }

// Allocates claims that good makes fewer objects or fewer bytes per operation. What it makes more of, objects or bytes, may
// not grow by more than a quarter.
//
//go:noinline
func Allocates[T any](t testing.TB, name string, bad, good func() T, settings ...Option) {
	t.Helper()
	c := begin(t, "allocates", name, settings)
	if c == nil {
		return
	}
	if agree(c, bad, good); onlySame() {
		return
	}
	c.allocations(once(bad), once(good))
	c.end()
}

// Faster claims that good takes less time per operation: less than 95 % of it, at the median of many interleaved rounds, and
// less with 99 % confidence. The collector is off while a round runs, so what an operation allocates is not part of it: a
// saving of garbage is for Allocates.
//
//go:noinline
func Faster[T any](t testing.TB, name string, bad, good func() T, settings ...Option) {
	t.Helper()
	c := begin(t, "faster", name, settings)
	if c == nil {
		return
	}
	if agree(c, bad, good); onlySame() {
		return
	}
	c.allocations(once(bad), once(good))
	c.times(once(bad), once(good))
	c.end()
}

// Keeps claims that fewer bytes stay after a collection while the result of good is held than while that of bad is. The
// function must make by itself what its result keeps alive (the text that it cuts, the map that it empties).
//
//go:noinline
func Keeps[T any](t testing.TB, name string, bad, good func() T, settings ...Option) {
	t.Helper()
	c := begin(t, "keeps", name, settings)
	if c == nil {
		return
	}
	if agree(c, bad, good); onlySame() {
		return
	}
	c.allocations(once(bad), once(good))
	c.record.Kept = measureKept(bad, good)
	c.record.Saved = c.record.Kept.less()
	c.end()
}

// Waits claims that goroutines wait less for each other in good: the delay that the block profile shows, of locks, channels,
// conditions and selects, but not of WaitGroup.Wait, where a function waits for its own goroutines to end. Both functions do
// the same work with several goroutines and return when it is done.
//
//go:noinline
func Waits(t testing.TB, name string, bad, good func(), settings ...Option) {
	t.Helper()
	c := begin(t, "waits", name, settings)
	if c == nil {
		return
	}
	if onlySame() {
		bad()
		good()
		return
	}
	c.record.Wait = measureWait(bad, good)
	c.record.Saved = c.record.Wait.less()
	c.end()
}

// Wrong claims that bad gives another result than want, every time, and good gives want. No collection runs meanwhile.
//
//go:noinline
func Wrong[T any](t testing.TB, name string, want T, bad, good func() T, settings ...Option) {
	t.Helper()
	c := begin(t, "wrong", name, settings)
	if c == nil {
		return
	}
	defer quiet()() // What is wrong here may be a pointer that a collection would stumble over.
	if result := good(); !c.options.same(any(want), any(result)) {
		t.Fatalf("%s: good gives %#v, not %#v", name, result, want)
	}
	if onlySame() {
		if result := bad(); !c.options.same(any(want), any(result)) {
			t.Fatalf("%s: bad gives %#v, not %#v", name, result, want)
		}
		return
	}
	c.record.By = "result"
	c.record.Saved = true
	for range 3 {
		if c.options.same(any(want), any(bad())) {
			c.record.Saved = false
		}
	}
	c.end()
}

// Refused claims that a program built with -d=checkptr is ended by the runtime at bad, and not at good. Both run in processes
// of their own.
//
//go:noinline
func Refused(t testing.TB, name string, bad, good func(), settings ...Option) {
	t.Helper()
	if child(name, bad, good) {
		return
	}
	c := begin(t, "refused", name, settings)
	if c == nil {
		return
	}
	if said, refused := c.runChecked(name, "good"); refused {
		t.Fatalf("%s: good is refused too:\n%s", name, said)
	}
	said, refused := c.runChecked(name, "bad")
	if onlySame() {
		if refused {
			t.Fatalf("%s: bad is refused:\n%s", name, said)
		}
		return
	}
	c.record.Saved = refused
	c.record.By = "checkptr"
	c.end()
}

// onlySame says whether bad and good need only do the same: bad.go is then the example after its fixes.
func onlySame() bool { return os.Getenv("HEAPLINT_PROOF_SAME") != "" }

// agree fails the test when bad and good do not return the same.
func agree[T any](c *measured, bad, good func() T) {
	c.t.Helper()
	was, is := bad(), good()
	if !c.options.same(any(was), any(is)) {
		c.t.Fatalf("%s: bad and good return different things:\n%#v\n%#v", c.record.Case, was, is)
	}
}

// once is an operation that keeps its result on the heap until the next one.
func once[T any](f func() T) func() {
	kept := new(struct{ result T })
	return func() { kept.result = f() }
}

func deepEqual(a, b any) bool { return reflect.DeepEqual(a, b) }
