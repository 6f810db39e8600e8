// Command program allocates the same objects on every run and writes what Go's heap profile says of them.
//
//	GODEBUG=memprofilerate=1 program truth.pb.gz   # every object
//	program heap.pb.gz                             # the default rate
//
// It has one goroutine and sets no rate: GODEBUG does, from the first instruction on. lines.go is written by
// tests/calibration/run --draw.
package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/pprof"
)

// What is stored here is on the heap.
var (
	bytesSink   []byte
	pointerSink []*int
	boxSink     any
	smallSink   *[4]byte
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: program PROFILE")
		os.Exit(2)
	}
	for _, line := range lines {
		line()
	}
	// The profile shows what was allocated before the last collection that has ended.
	runtime.GC()
	runtime.GC()
	if err := write(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func write(name string) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	if err := pprof.Lookup("allocs").WriteTo(file, 0); err != nil {
		return err
	}
	return file.Close()
}
