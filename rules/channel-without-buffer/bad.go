package channelwithoutbuffer

// Squares adds the squares of numbers, which another goroutine computes.
func Squares(n int) (sum int) {
	squares := make(chan int) // want channel-without-buffer
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
