// Command run lets a shop wait, and writes the block and mutex profiles that its arguments name.
package main

import (
	"log"
	"os"
	"runtime"
	"runtime/pprof"
	"sync"
	"time"

	"example.com/waits/shop"
)

var sink int

func main() {
	runtime.GOMAXPROCS(4)
	runtime.SetBlockProfileRate(1)
	runtime.SetMutexProfileFraction(1)
	open := shop.New()
	names := make([]string, 200)
	for i := range names {
		names[i] = "name " + string(rune('a'+i%26))
	}
	together(
		func() { repeat(20, func() { open.Close() }) },
		func() { repeat(20, func() { open.Count(names) }) },
		func() { repeat(20, func() { open.Count(names) }) },
		func() { repeat(20, func() { open.Count(names) }) },
		func() { repeat(100, func() { time.Sleep(200 * time.Microsecond); open.Sell() }) },
	)
	document := func() { open.Document() }
	together(
		func() { repeat(20, document) }, func() { repeat(20, document) }, func() { repeat(20, document) },
		func() { repeat(10, func() { open.Reload() }) },
	)
	sink = shop.Slow(60) + shop.Quick(20) + shop.Answers(20)
	write("block", os.Args[1])
	write("mutex", os.Args[2])
}

func together(works ...func()) {
	var group sync.WaitGroup
	for _, work := range works {
		group.Add(1)
		go func() {
			defer group.Done()
			work()
		}()
	}
	group.Wait()
}

func repeat(times int, work func()) {
	for range times {
		work()
	}
}

func write(name, path string) {
	file, err := os.Create(path)
	if err != nil {
		log.Fatal(err)
	}
	if err := pprof.Lookup(name).WriteTo(file, 0); err != nil {
		log.Fatal(err)
	}
	if err := file.Close(); err != nil {
		log.Fatal(err)
	}
}
