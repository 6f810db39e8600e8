package appendsinarow

// Pair is what a map holds, as a list.
type Pair struct {
	Key, Value, Unit string
}

// Fields are the three texts of a pair.
func Fields(pair Pair) []string {
	var fields []string
	fields = append(fields, pair.Key)
	fields = append(fields, pair.Value) // want appends-in-a-row
	fields = append(fields, pair.Unit)
	return fields
}

// Bounds are two numbers for each range.
func Bounds(low, high []int) [][]int {
	all := make([][]int, 0, len(low))
	for i, from := range low {
		to := high[i]
		bounds := []int{}
		bounds = append(bounds, from, to)
		bounds = append(bounds, 0) // want appends-in-a-row
		all = append(all, bounds)
	}
	return all
}
