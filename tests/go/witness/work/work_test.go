package work

import "testing"

var sink any

func BenchmarkWords(b *testing.B) {
	for n := 0; n < b.N; n++ {
		sink = Words(200)
	}
}

func BenchmarkGrow(b *testing.B) {
	for _, depth := range []int{4, 8} {
		b.Run(map[int]string{4: "low", 8: "high tree"}[depth], func(b *testing.B) {
			for n := 0; n < b.N; n++ {
				sink = Grow(depth)
			}
		})
	}
}

func BenchmarkAssert(b *testing.B) {
	shapes := Shapes(100)
	b.ResetTimer()
	for n := 0; n < b.N; n++ {
		sink = Assert(shapes) > 0
	}
}

func TestCount(t *testing.T) {
	counts := map[string]int{}
	Count(Words(500), counts)
	if len(counts) != 50 {
		t.Errorf("%d words", len(counts))
	}
}
