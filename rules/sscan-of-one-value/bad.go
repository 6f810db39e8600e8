package sscanofonevalue

import "fmt"

// Port reads a port.
func Port(text string) (int, error) {
	var port int
	_, err := fmt.Sscanf(text, "%d", &port) // want sscan-of-one-value
	return port, err
}

// Sum adds numbers up.
func Sum(fields []string) float64 {
	sum := 0.0
	for _, field := range fields {
		var value float64                                   // want decode-target-per-turn
		if _, err := fmt.Sscan(field, &value); err == nil { // want sscan-of-one-value
			sum += value
		}
	}
	return sum
}
