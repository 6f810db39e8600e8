package decodetargetperturn

import (
	"encoding/json"
	"fmt"
)

// PointsGood reads one place per line.
func PointsGood(lines [][]byte) []Point {
	points := make([]Point, 0, len(lines))
	var point Point
	for _, line := range lines {
		point = Point{}
		if err := json.Unmarshal(line, &point); err != nil {
			return nil
		}
		points = append(points, point)
	}
	return points
}

// SumGood adds up numbers.
func SumGood(words []string) (sum int) {
	var number int
	for _, word := range words {
		if n, err := fmt.Sscanf(word, "%d kg", &number); err != nil || n == 0 {
			continue
		}
		sum += number
	}
	return sum
}
