package channelwithoutbuffer

// SquaresGood adds the squares of numbers, which another goroutine computes.
func SquaresGood(n int) (sum int) {
	squares := make(chan int, 64)
	go func() {
		defer close(squares)
		for i := range n {
			squares <- i * i
		}
	}()
	for square := range squares {
		sum += square
	}
	return sum
}
