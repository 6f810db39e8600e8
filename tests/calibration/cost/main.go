// Command cost measures what one sample of Go's heap profile costs, in CPU time of the process.
//
//	go run . [ROUNDS]
//
// It allocates the same objects below stacks of several depths, with profiling off and at several rates, in turns, and
// divides the difference by the number of samples that the profile then holds more. Each round gives one figure for each
// depth and rate; median and quartiles over the rounds are printed. CPU time is used because other processes may run.
// Then it makes new buckets (of other sizes, since a bucket is a stack and a size) and says what memory one takes.
package main

import (
	"fmt"
	"os"
	"runtime"
	"slices"
	"strconv"
	"syscall"
	"time"
)

const (
	objects = 1 << 20
	size    = 64
)

var sink []byte

func main() {
	rounds := 21
	if len(os.Args) > 1 {
		given, err := strconv.Atoi(os.Args[1])
		if err != nil || given < 1 {
			fmt.Fprintln(os.Stderr, "usage: cost [ROUNDS]")
			os.Exit(2)
		}
		rounds = given
	}
	fmt.Printf("# %s %s/%s, %d rounds of %d objects of %d bytes\n", runtime.Version(), runtime.GOOS, runtime.GOARCH, rounds, objects, size)
	fmt.Println("depth\trate\tsamples\tquarter\tmedian\tthree_quarters\tunit")
	for _, depth := range []int{5, 20, 60} {
		for _, rate := range []int{512, 4096} {
			figures := make([]float64, 0, rounds)
			samples := int64(0)
			for range rounds {
				off, _ := measure(depth, 0)
				on, taken := measure(depth, rate)
				figures = append(figures, float64(on-off)/float64(taken))
				samples = taken
			}
			slices.Sort(figures)
			at := func(part float64) float64 { return figures[int(part*float64(len(figures)-1)+0.5)] }
			fmt.Printf("%d\t%d\t%d\t%.0f\t%.0f\t%.0f\tns\n", depth, rate, samples, at(0.25), at(0.5), at(0.75))
		}
	}
	for _, depth := range []int{5, 20, 60} {
		count, taken := buckets(depth)
		fmt.Printf("%d\t1\t%d\t\t%.0f\t\tB\n", depth, count, float64(taken)/float64(count))
	}
}

// buckets makes one bucket for each of some size classes below depth frames, and says what memory they take together.
func buckets(depth int) (count int, taken uint64) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	runtime.MemProfileRate = 1
	for _, width = range []int{128, 256, 512, 1024, 2048, 4096, 8192, 16384} {
		wide(depth)
		count++
	}
	runtime.MemProfileRate = 0
	runtime.ReadMemStats(&after)
	return count, after.BuckHashSys - before.BuckHashSys
}

var width int

//go:noinline
func wide(depth int) {
	if depth > 0 {
		wide(depth - 1)
		return
	}
	sink = make([]byte, width)
}

// measure allocates below depth frames and says how much CPU time that took and how many samples were taken.
func measure(depth, rate int) (time.Duration, int64) {
	runtime.GC()
	before := sampled()
	runtime.MemProfileRate = rate
	start := cpuTime()
	below(depth)
	// A sampled object is noted, and the note is removed when the object is swept: both belong to the cost.
	runtime.GC()
	took := cpuTime() - start
	runtime.MemProfileRate = 0
	runtime.GC()
	return took, sampled() - before
}

//go:noinline
func below(depth int) {
	if depth > 0 {
		below(depth - 1)
		return
	}
	for range objects {
		sink = make([]byte, size)
	}
}

// sampled is the number of samples in the profile.
func sampled() int64 {
	records := make([]runtime.MemProfileRecord, 1000)
	count, ok := runtime.MemProfile(records, true)
	if !ok {
		panic("more than 1000 stacks")
	}
	total := int64(0)
	for _, record := range records[:count] {
		total += record.AllocObjects
	}
	return total
}

func cpuTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
