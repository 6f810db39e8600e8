package headeroutlivesdata

import (
	"fmt"
	"io"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"
	"unsafe"

	"heaplint.test/rules/proof"
)

// freed says whether the collector frees a text although keep holds on to what it made of it.
func freed[T any](keep func(text string) T) func() bool {
	return func() bool {
		gone := make(chan bool, 1)
		held := keep(longText(gone))
		defer runtime.KeepAlive(held)
		for range 3 {
			runtime.GC()
			select {
			case <-gone:
				return true
			case <-time.After(20 * time.Millisecond):
			}
		}
		return false
	}
}

//go:noinline
func longText(gone chan<- bool) string {
	raw := new([1 << 16]byte)
	runtime.SetFinalizer(raw, func(*[1 << 16]byte) { gone <- true })
	return unsafe.String(&raw[0], len(raw))
}

func textHeader(text string) reflect.StringHeader {
	return *(*reflect.StringHeader)(unsafe.Pointer(&text))
}

func textBytes(text string) []byte { return unsafe.Slice(unsafe.StringData(text), len(text)) }

// twice gives the same lines two times, more than a scanner's buffer holds.
func twice() io.Reader {
	var lines strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&lines, "line %04d\n", i%1000)
	}
	return strings.NewReader(lines.String())
}

func TestProof(t *testing.T) {
	proof.Wrong(t, "Key", "user1",
		func() string { key := Key("user", 1); Key("admin", 2); return strings.Clone(key) },
		func() string { key := KeyGood("user", 1); KeyGood("admin", 2); return key })
	proof.Wrong(t, "Upper", "NAME",
		func() string { name := Upper("name"); Upper("word"); return strings.Clone(name) },
		func() string { name := UpperGood("name"); UpperGood("word"); return name })
	proof.Wrong(t, "Rename", "first",
		func() string {
			var first, second Session
			first.Rename("first")
			second.Rename("other")
			return strings.Clone(first.name)
		},
		func() string {
			var first, second Session
			first.RenameGood("first")
			second.RenameGood("other")
			return first.name
		})
	proof.Wrong(t, "Entry", false,
		freed(func(text string) *Entry { return &Entry{id: 1, text: textHeader(text)} }),
		freed(func(text string) *EntryGood { return &EntryGood{id: 1, text: text} }))
	proof.Wrong(t, "All", false,
		freed(func(text string) *All {
			header := textHeader(text)
			return &All{texts: []reflect.StringHeader{header}, byKey: map[string]reflect.StringHeader{"key": header}}
		}),
		freed(func(text string) *AllGood {
			return &AllGood{texts: []string{text}, byKey: map[string]string{"key": text}}
		}))
	proof.Wrong(t, "last", false,
		freed(func(text string) int { last = textHeader(text); return last.Len }),
		freed(func(text string) int { lastGood = text; return len(lastGood) }))
	proof.Wrong(t, "Remember", false,
		freed(func(text string) map[int]any { texts := map[int]any{}; Remember(texts, 1, text); return texts }),
		freed(func(text string) map[int]any { texts := map[int]any{}; RememberGood(texts, 1, text); return texts }))
	proof.Wrong(t, "Headers", false,
		freed(func(text string) *reflect.SliceHeader {
			header := Headers().Get().(*reflect.SliceHeader)
			header.Data, header.Len, header.Cap = uintptr(unsafe.Pointer(unsafe.StringData(text))), len(text), len(text)
			return header
		}),
		freed(func(text string) *[]byte {
			slice := HeadersGood().Get().(*[]byte)
			*slice = textBytes(text)
			return slice
		}))
	proof.Wrong(t, "MoreHeaders", false,
		freed(func(text string) *reflect.SliceHeader {
			header := MoreHeaders().Get().(*reflect.SliceHeader)
			header.Data, header.Len, header.Cap = uintptr(unsafe.Pointer(unsafe.StringData(text))), len(text), len(text)
			return header
		}),
		freed(func(text string) *[]byte {
			slice := MoreHeadersGood().Get().(*[]byte)
			*slice = textBytes(text)
			return slice
		}))
	proof.Wrong(t, "Count", 1000, func() int { return Count(twice()) }, func() int { return CountGood(twice()) })
	proof.Wrong(t, "Mark", 1000, func() int { return Mark(twice()) }, func() int { return MarkGood(twice()) })
	proof.Wrong(t, "Lines", "line 0000",
		func() string { return strings.Clone(Lines(twice())[0]) },
		func() string { return LinesGood(twice())[0] })
}
