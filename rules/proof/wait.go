package proof

import (
	"bytes"
	"fmt"
	"runtime"
	"runtime/pprof"
	"strings"
)

// measureWait is the nanoseconds that goroutines wait for each other in one operation.
func measureWait(bad, good func()) *Pair {
	processors := runtime.GOMAXPROCS(max(4, runtime.GOMAXPROCS(0)))
	runtime.SetBlockProfileRate(1)
	defer func() {
		runtime.SetBlockProfileRate(0)
		runtime.GOMAXPROCS(processors)
	}()
	bad()
	good()
	perSecond := ticksPerSecond()
	var waits [2][]float64
	for range waitRounds {
		for i, operation := range [2]func(){bad, good} {
			before := waitedTicks()
			operation()
			waits[i] = append(waits[i], float64(waitedTicks()-before)/perSecond*1e9)
		}
	}
	return pair(waits, 0)
}

// waitedTicks sums the block profile so far, without the stacks of WaitGroup.Wait.
func waitedTicks() (ticks int64) {
	records := make([]runtime.BlockProfileRecord, 64)
	n, ok := runtime.BlockProfile(records)
	for ; !ok; n, ok = runtime.BlockProfile(records) {
		records = make([]runtime.BlockProfileRecord, n+64)
	}
	for _, record := range records[:n] {
		if !waitsForItsOwn(record.Stack()) {
			ticks += record.Cycles
		}
	}
	return ticks
}

func waitsForItsOwn(stack []uintptr) bool {
	frames := runtime.CallersFrames(stack)
	for {
		frame, more := frames.Next()
		if strings.HasPrefix(frame.Function, "sync.(*WaitGroup).Wait") {
			return true
		}
		if !more {
			return false
		}
	}
}

// ticksPerSecond is the unit of the block profile, which only its text form tells.
func ticksPerSecond() float64 {
	var text bytes.Buffer
	_ = pprof.Lookup("block").WriteTo(&text, 1)
	_, line, _ := strings.Cut(text.String(), "cycles/second=")
	perSecond := 0.0
	if _, err := fmt.Sscan(line, &perSecond); err != nil || perSecond <= 0 {
		return 1e9
	}
	return perSecond
}
