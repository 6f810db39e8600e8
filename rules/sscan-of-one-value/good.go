package sscanofonevalue

import "strconv"

// PortGood reads a port.
func PortGood(text string) (int, error) {
	return strconv.Atoi(text)
}

// SumGood adds numbers up.
func SumGood(fields []string) float64 {
	sum := 0.0
	for _, field := range fields {
		if value, err := strconv.ParseFloat(field, 64); err == nil {
			sum += value
		}
	}
	return sum
}
