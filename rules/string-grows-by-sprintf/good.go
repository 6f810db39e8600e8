package stringgrowsbysprintf

import (
	"fmt"
	"strconv"
	"strings"
)

// BillGood lists sums.
func BillGood(sums []Sum) string {
	var bill strings.Builder
	bill.Grow(32 * len(sums))
	bill.WriteString("Bill\n")
	for _, sum := range sums {
		fmt.Fprintf(&bill, "%s: %d\n", sum.Name, sum.Cents) // want boxing-in-loop
	}
	return bill.String()
}

// NumbersGood lists numbers.
func NumbersGood(numbers []int) string {
	list := make([]byte, 0, 8*len(numbers))
	for _, number := range numbers {
		list = strconv.AppendInt(list, int64(number), 10)
		list = append(list, ';')
	}
	return string(list)
}
