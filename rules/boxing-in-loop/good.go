package boxinginloop

import (
	"io"
	"strconv"
)

// WriteIDsGood formats into one buffer that it keeps.
func WriteIDsGood(w io.Writer, ids []int64) error {
	var line []byte
	for _, id := range ids {
		line = strconv.AppendInt(line[:0], id, 10)
		line = append(line, '\n')
		if _, err := w.Write(line); err != nil {
			return err
		}
	}
	return nil
}

// LatestGood keeps the readings in a slice of their own type.
func LatestGood(readings []float64, keep int) float64 {
	window := readings
	if len(window) > keep {
		window = window[len(window)-keep:]
	}
	sum := 0.0
	for _, reading := range window {
		sum += reading
	}
	return sum
}

type stackOf[T any] struct{ values []T }

func (s *stackOf[T]) Push(value T) { s.values = append(s.values, value) }

// WalkGood has a stack of points.
func WalkGood(steps int) int {
	open := stackOf[point]{values: make([]point, 0, steps)}
	for i := 0; i < steps; i++ {
		open.Push(point{x: i, y: i})
	}
	sum := 0
	for i := len(open.values) - 1; i >= 0; i-- {
		at := open.values[i]
		sum = sum/2 + at.x + at.y
	}
	return sum
}

// DescribeGood builds each line in one buffer.
func DescribeGood(w io.Writer, sizes map[string]int) {
	var line []byte
	for name, size := range sizes {
		line = append(line[:0], name...)
		line = append(line, ' ')
		line = strconv.AppendInt(line, int64(size), 10)
		line = append(line, '\n')
		_, _ = w.Write(line)
	}
}

// CountGood keeps its numbers as they are.
func CountGood(w io.Writer) {
	line := make([]byte, 0, 16)
	for i := 0; i < 100_000; i++ {
		line = strconv.AppendInt(line[:0], int64(i), 10)
		line = append(line, '\n')
		w.Write(line)
	}
}
