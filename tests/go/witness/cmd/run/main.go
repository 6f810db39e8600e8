// Command run works and waits, and writes the profiles that its flags name.
package main

import (
	"flag"
	"log"
	"os"
	"runtime"
	"runtime/pprof"
	"time"

	"example.com/witness/wait"
	"example.com/witness/work"
)

var sink any

func main() {
	seconds := flag.Float64("seconds", 2, "how long to work for the CPU profile")
	cpu := flag.String("cpu", "", "write a CPU profile here")
	heap := flag.String("heap", "", "write an allocs profile here")
	block := flag.String("block", "", "write a block profile here")
	mutex := flag.String("mutex", "", "write a mutex profile here")
	fraction := flag.Int("fraction", 1, "one in so many contentions goes into the mutex profile")
	flag.Parse()
	if *cpu != "" {
		file, err := os.Create(*cpu)
		if err != nil {
			log.Fatal(err)
		}
		if err := pprof.StartCPUProfile(file); err != nil {
			log.Fatal(err)
		}
		spend(time.Duration(*seconds * float64(time.Second)))
		pprof.StopCPUProfile()
		if err := file.Close(); err != nil {
			log.Fatal(err)
		}
	}
	if *block != "" || *mutex != "" {
		runtime.SetBlockProfileRate(1)
		runtime.SetMutexProfileFraction(*fraction)
		sink = wait.Contend() + wait.HandOver() + wait.Drain() + wait.Fill() + wait.Choose()
	}
	runtime.GC()
	runtime.GC()
	write("block", *block)
	write("mutex", *mutex)
	write("allocs", *heap)
}

func spend(long time.Duration) {
	shapes := work.Shapes(2000)
	end := time.Now().Add(long)
	for time.Now().Before(end) {
		for range 400 {
			sink = work.Assert(shapes) + work.Switch(shapes)
		}
		words := work.Words(20000)
		work.Count(words, map[string]int{})
		sink = work.Grow(14)
	}
}

func write(profile, path string) {
	if path == "" {
		return
	}
	file, err := os.Create(path)
	if err != nil {
		log.Fatal(err)
	}
	if err := pprof.Lookup(profile).WriteTo(file, 0); err != nil {
		log.Fatal(err)
	}
	if err := file.Close(); err != nil {
		log.Fatal(err)
	}
}
