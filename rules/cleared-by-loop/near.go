package clearedbyloop

// The compiler sees it where the loop ranges.
func ranged(buffer []byte) {
	for i := range buffer {
		buffer[i] = 0
	}
}

// Another value, another slice, another order, more than that.
func others(buffer, other []byte, n int) int {
	for i := 0; i < len(buffer); i++ {
		buffer[i] = 1
	}
	for i := 0; i < len(buffer); i++ {
		other[i] = 0
	}
	for i := 1; i < len(buffer); i++ {
		buffer[i] = 0
	}
	for i := 0; i < n; i++ {
		buffer[i] = 0
	}
	cleared := 0
	for i := 0; i < len(buffer); i++ {
		buffer[i] = 0
		cleared++
	}
	for i := 0; i < len(buffer); i += 2 {
		buffer[i] = 0
	}
	return cleared
}

// A map has keys.
func keyed(numbers map[int]int) {
	for i := 0; i < len(numbers); i++ {
		numbers[i] = 0
	}
}

func rows() [][]byte { return nil }

// A call gives another slice on each turn.
func called() {
	for i := 0; i < len(rows()[0]); i++ {
		rows()[0][i] = 0
	}
}
