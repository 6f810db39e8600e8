package boxing

import "testing"

func BenchmarkBox(b *testing.B) {
	b.Run("string", func(b *testing.B) {
		for range b.N {
			boxString("a string")
		}
	})
	b.Run("slice", func(b *testing.B) {
		for i := range b.N {
			sink = make([]int, 10+i%2) // @site test-make
		}
	})
}
