// Command delta writes the profiles of a growing and shrinking process: it serves net/http/pprof on loopback, works
// for about two seconds while it fetches its own profiles, and stops.
package main

import (
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	_ "net/http/pprof"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"
)

var (
	mu   sync.Mutex
	kept [][]byte
)

func init() { runtime.MemProfileRate = 4096 }

func main() {
	dir := os.Args[1]
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	go http.Serve(listener, nil)
	base := "http://" + listener.Addr().String() + "/debug/pprof/"

	retain(4000)
	fetch(base+"allocs?gc=1", filepath.Join(dir, "early.pb.gz"))
	stop := make(chan bool)
	go work(stop)
	fetch(base+"allocs?seconds=1", filepath.Join(dir, "delta.allocs.pb.gz"))
	time.AfterFunc(300*time.Millisecond, release)
	fetch(base+"heap?seconds=1", filepath.Join(dir, "delta.heap.pb.gz"))
	stop <- true
	// An allocation is published two collections later at the latest: after three, both forms tell the same.
	for collection := 0; collection < 3; collection++ {
		runtime.GC()
	}
	fetch(base+"allocs?gc=1", filepath.Join(dir, "late.pb.gz"))
	fetch(base+"heap?gc=1&debug=1", filepath.Join(dir, "late.txt"))
}

func retain(count int) {
	mu.Lock()
	defer mu.Unlock()
	for i := 0; i < count; i++ {
		kept = append(kept, make([]byte, 100+i%2000))
	}
}

func release() {
	mu.Lock()
	kept = nil
	mu.Unlock()
	runtime.GC()
	runtime.GC()
}

func work(stop chan bool) {
	for i := 0; ; i++ {
		select {
		case <-stop:
			return
		default:
			deep(i%40, i)
			if i%1000 == 0 {
				runtime.GC() // a profile shows what the last collection saw
			}
			time.Sleep(50 * time.Microsecond)
		}
	}
}

func deep(n, i int) string {
	if n == 0 {
		return fmt.Sprintf("%d and %v", i, []int{i, i + 1})
	}
	s := deep(n-1, i)
	if n%8 == 0 {
		return s + fmt.Sprint(n)
	}
	return s
}

func fetch(url, path string) {
	response, err := http.Get(url)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		log.Fatal(url, response.Status, err)
	}
	if err := os.WriteFile(path, body, 0o644); err != nil {
		log.Fatal(err)
	}
}
