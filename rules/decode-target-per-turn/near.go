package decodetargetperturn

import (
	"encoding/json"
	"fmt"
)

// Each object is kept: it must be a new one.
func pointers(lines [][]byte) []*Point {
	points := make([]*Point, 0, len(lines))
	for _, line := range lines {
		var point Point
		if err := json.Unmarshal(line, &point); err != nil {
			return nil
		}
		points = append(points, &point)
	}
	return points
}

// A literal may use it later.
func later(lines [][]byte) []func() float64 {
	all := make([]func() float64, 0, len(lines))
	for _, line := range lines {
		var point Point
		if json.Unmarshal(line, &point) == nil {
			all = append(all, func() float64 { return point.X })
		}
	}
	return all
}

// Once, and before the loop.
func once(line []byte, words []string) (Point, int) {
	var point Point
	if json.Unmarshal(line, &point) != nil {
		return point, 0
	}
	sum, number := 0, 0
	for _, word := range words {
		if _, err := fmt.Sscanf(word, "%d kg", &number); err == nil {
			sum += number
		}
	}
	return point, sum
}

// Nobody gets its address through an interface.
func plain(lines [][]byte, decode func([]byte, *Point) error) float64 {
	sum := 0.0
	for _, line := range lines {
		var point Point
		if decode(line, &point) == nil {
			sum += point.X
		}
	}
	return sum
}

// A few arguments, as a rule. Without a profile nothing is said of it.
func checked(command string, args ...string) error {
	for _, arg := range args[1:] {
		var value any
		if err := json.Unmarshal([]byte(arg), &value); err != nil {
			return fmt.Errorf("%s: %w", command, err) // want error-formatted-per-call
		}
	}
	return nil
}
