package largeelementcopied

// Account is one account: 208 bytes.
type Account struct {
	ID     int64
	Months [24]int64
	Closed bool
}

// Sum adds up one month.
func Sum(accounts []Account, month int) (sum int64) {
	for _, account := range accounts { // want large-element-copied
		sum += account.Months[month]
	}
	return sum
}

// Open lists the accounts that are open.
func Open(accounts []Account) []int64 {
	ids := make([]int64, 0, len(accounts))
	for i, account := range accounts { // want large-element-copied
		if account.Closed {
			continue
		}
		ids = append(ids, account.ID+int64(i))
	}
	return ids
}
