// Package dep stands for somebody else's module: what it allocates is charged to the line of ours that calls it.
package dep

// Numbers returns n numbers.
func Numbers(n int) []int {
	numbers := make([]int, n)
	for i := range numbers {
		numbers[i] = i
	}
	return numbers
}

// Each calls f for every i below n: what f allocates is charged to f.
//
//go:noinline
func Each(n int, f func(int)) {
	for i := range n {
		f(i)
	}
}
