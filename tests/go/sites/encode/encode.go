// Package encode crosses the standard library's encoders.
package encode

import (
	"bufio"
	"encoding/json"
	"io"
	"strings"
)

type record struct {
	Name  string   `json:"name"`
	Tags  []string `json:"tags"`
	Count int      `json:"count"`
}

var (
	sinkBytes  []byte
	sinkRecord record
	sinkErr    error
	sinkLine   string
)

//go:noinline
func marshal(r *record) {
	sinkBytes, sinkErr = json.Marshal(r) // @site json-marshal
}

//go:noinline
func unmarshal(b []byte) {
	var r record                    // @site json-unmarshal-target each=1
	sinkErr = json.Unmarshal(b, &r) // @site json-unmarshal
	sinkRecord = r
}

//go:noinline
func readAll(s string) {
	sinkBytes, sinkErr = io.ReadAll(strings.NewReader(s)) // @site read-all
}

//go:noinline
func readLine(s string) {
	r := bufio.NewReader(strings.NewReader(s)) // @site bufio-reader
	sinkLine, sinkErr = r.ReadString('\n')     // @site read-string each=1
}

var example = record{"a", []string{"b", "c"}, 3}

// Run calls every function once.
func Run(n int) {
	example.Count = n
	marshal(&example)
	unmarshal(sinkBytes)
	readAll("some text to be read")
	readLine("a first line\nand a second\n")
}
