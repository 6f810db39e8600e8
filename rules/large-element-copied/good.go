package largeelementcopied

// SumGood asks the elements where they are.
func SumGood(accounts []Account, month int) (sum int64) {
	for i := range accounts {
		sum += accounts[i].Months[month]
	}
	return sum
}

// OpenGood points at them.
func OpenGood(accounts []Account) []int64 {
	ids := make([]int64, 0, len(accounts))
	for i := range accounts {
		account := &accounts[i]
		if account.Closed {
			continue
		}
		ids = append(ids, account.ID+int64(i))
	}
	return ids
}
