package boxing_test

import (
	"testing"

	"example.com/sites/boxing"
)

var sink []byte

func BenchmarkRun(b *testing.B) {
	for i := range b.N {
		boxing.Run(i)
		sink = make([]byte, 300) // @site external-test-make
	}
}
