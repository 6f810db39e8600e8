package decodetargetperturn

import (
	"encoding/json"
	"fmt"
)

// Point is a place.
type Point struct {
	X, Y float64
}

// Points reads one place per line.
func Points(lines [][]byte) []Point {
	points := make([]Point, 0, len(lines))
	for _, line := range lines {
		var point Point // want decode-target-per-turn
		if err := json.Unmarshal(line, &point); err != nil {
			return nil
		}
		points = append(points, point)
	}
	return points
}

// Sum adds up numbers.
func Sum(words []string) (sum int) {
	for _, word := range words {
		var number int // want decode-target-per-turn
		if n, err := fmt.Sscanf(word, "%d kg", &number); err != nil || n == 0 {
			continue
		}
		sum += number
	}
	return sum
}
