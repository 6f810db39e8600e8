package heapofvalues

// push adds a number.
func (n *Numbers) push(x int) {
	*n = append(*n, x)
	h := *n
	for i := len(h) - 1; i > 0; {
		parent := (i - 1) / 2
		if h[parent] <= h[i] {
			return
		}
		h[parent], h[i] = h[i], h[parent]
		i = parent
	}
}

// pop takes the smallest.
func (n *Numbers) pop() int {
	h := *n
	first, last := h[0], len(h)-1
	h[0] = h[last]
	h = h[:last]
	for i := 0; ; {
		child := 2*i + 1
		if child+1 < len(h) && h[child+1] < h[child] {
			child++
		}
		if child >= len(h) || h[i] <= h[child] {
			break
		}
		h[i], h[child] = h[child], h[i]
		i = child
	}
	*n = h
	return first
}

// SmallestGood are the k smallest of many numbers.
func SmallestGood(numbers []int, k int) []int {
	queue := make(Numbers, 0, k+1)
	for _, number := range numbers {
		queue.push(-number)
		if queue.Len() > k {
			queue.pop()
		}
	}
	smallest := make([]int, queue.Len())
	for i := len(smallest) - 1; i >= 0; i-- {
		smallest[i] = -queue.pop()
	}
	return smallest
}
