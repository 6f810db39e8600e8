// Command run calls every construct of this module and writes the profiles that its flags name.
package main

import (
	"flag"
	"log"
	"os"
	"runtime"
	"runtime/pprof"

	"example.com/sites/boxing"
	"example.com/sites/closures"
	"example.com/sites/encode"
	"example.com/sites/generic"
	"example.com/sites/growth"
	"example.com/sites/iterate"
	"example.com/sites/literals"
	"example.com/sites/shapes"
	"example.com/sites/text"
)

var sink []int

func main() {
	rounds := flag.Int("n", 50, "how often to call every construct")
	heap := flag.String("heap", "", "write a heap profile here")
	allocs := flag.String("allocs", "", "write an allocs profile here")
	legacy := flag.String("debug1", "", "write a heap profile in the legacy text form here")
	cpu := flag.String("cpu", "", "write a CPU profile here")
	rate := flag.Int("rate", runtime.MemProfileRate, "sample every so many bytes from here on")
	flag.Parse()
	runtime.MemProfileRate = *rate
	stop := func() {}
	if *cpu != "" {
		file := create(*cpu)
		if err := pprof.StartCPUProfile(file); err != nil {
			log.Fatal(err)
		}
		stop = func() { pprof.StopCPUProfile(); file.Close() }
	}
	for n := range *rounds {
		round(n)
	}
	stop()
	runtime.GC() // The profile tells of allocations up to the collection before the last.
	runtime.GC()
	write("heap", *heap, 0)
	write("heap", *legacy, 1)
	write("allocs", *allocs, 0)
}

//go:noinline
func round(n int) {
	boxing.Run(n)
	growth.Run(n)
	text.Run(n)
	closures.Run(n)
	generic.Run(n)
	literals.Run(n)
	sink = literals.Codes(7)
	iterate.Run(n)
	encode.Run(n)
	shapes.Run(n)
	work(n)
}

//go:noinline
func work(n int) {
	sink = make([]int, 17+n%2) // @site make-in-main each=1
}

func write(profile, path string, debug int) {
	if path == "" {
		return
	}
	file := create(path)
	if err := pprof.Lookup(profile).WriteTo(file, debug); err != nil {
		log.Fatal(err)
	}
	if err := file.Close(); err != nil {
		log.Fatal(err)
	}
}

func create(path string) *os.File {
	file, err := os.Create(path)
	if err != nil {
		log.Fatal(err)
	}
	return file
}
