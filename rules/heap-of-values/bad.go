package heapofvalues

import "container/heap"

// Numbers is a heap, the smallest first.
type Numbers []int

func (n Numbers) Len() int           { return len(n) }
func (n Numbers) Less(i, j int) bool { return n[i] < n[j] }
func (n Numbers) Swap(i, j int)      { n[i], n[j] = n[j], n[i] }

// Push is for package heap.
func (n *Numbers) Push(x any) { *n = append(*n, x.(int)) }

// Pop is for package heap.
func (n *Numbers) Pop() any {
	last := (*n)[len(*n)-1]
	*n = (*n)[:len(*n)-1]
	return last
}

// Smallest are the k smallest of many numbers.
func Smallest(numbers []int, k int) []int {
	queue := &Numbers{}
	for _, number := range numbers {
		heap.Push(queue, -number) // want heap-of-values
		if queue.Len() > k {
			heap.Pop(queue)
		}
	}
	smallest := make([]int, queue.Len())
	for i := len(smallest) - 1; i >= 0; i-- {
		smallest[i] = -heap.Pop(queue).(int)
	}
	return smallest
}
