package stringgrowsbysprintf

import "fmt"

// Sum is what a customer owes.
type Sum struct {
	Name  string
	Cents int
}

// Bill lists sums.
func Bill(sums []Sum) string {
	bill := "Bill\n"
	for _, sum := range sums {
		bill = fmt.Sprintf("%s%s: %d\n", bill, sum.Name, sum.Cents) // want string-grows-by-sprintf sprintf-of-strings
	}
	return bill
}

// Numbers lists numbers.
func Numbers(numbers []int) string {
	list := ""
	for _, number := range numbers {
		list = fmt.Sprint(list, number, ";") // want string-grows-by-sprintf
	}
	return list
}
