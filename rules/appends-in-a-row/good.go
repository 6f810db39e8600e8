package appendsinarow

// FieldsGood are the three texts of a pair.
func FieldsGood(pair Pair) []string {
	var fields []string
	fields = append(fields, pair.Key, pair.Value, pair.Unit)
	return fields
}

// BoundsGood are two numbers for each range.
func BoundsGood(low, high []int) [][]int {
	all := make([][]int, 0, len(low))
	for i, from := range low {
		to := high[i]
		all = append(all, []int{from, to, 0})
	}
	return all
}
