// Command delta writes the difference of two heap profiles, as net/http/pprof answers ?seconds=1.
//
// It is the second program named main of this module, in a file of the same name, with a function work of its own.
package main

import (
	"log"
	"net/http"
	"net/http/httptest"
	"net/http/pprof"
	"os"
	"runtime"
	"time"

	"example.com/sites/growth"
)

var sink []string

func main() {
	rounds(20)
	go func() {
		time.Sleep(300 * time.Millisecond)
		rounds(30)
	}()
	answer := httptest.NewRecorder()
	request := httptest.NewRequest(http.MethodGet, "/debug/pprof/heap?seconds=1", nil)
	pprof.Handler("heap").ServeHTTP(answer, request)
	if answer.Code != http.StatusOK {
		log.Fatal(answer.Body)
	}
	if err := os.WriteFile(os.Args[1], answer.Body.Bytes(), 0o666); err != nil {
		log.Fatal(err)
	}
}

func rounds(count int) {
	for n := range count {
		growth.Run(n)
		work(n)
	}
	runtime.GC() // The profile tells of allocations up to the collection before the last.
	runtime.GC()
}

//go:noinline
func work(n int) {
	sink = make([]string, 17+n%2) // @site make-in-other-main each=1
}
