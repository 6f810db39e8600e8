package bignumberperturn

import "math/big"

// Each number is kept.
func powers(base *big.Int, n int) (all []*big.Int) {
	power := big.NewInt(1)
	for range n {
		power = new(big.Int).Mul(power, base)
		all = append(all, power)
	}
	return all
}

// In place.
func sum(numbers []*big.Int) string {
	sum := new(big.Int)
	for _, number := range numbers {
		sum.Add(sum, number)
	}
	return sum.String()
}

// A number of its own for each turn.
func squares(numbers []*big.Int) (largest string) {
	for _, number := range numbers {
		square := new(big.Int).Mul(number, number)
		largest = max(largest, square.String())
	}
	return largest
}

// Once.
func twice(number *big.Int) string {
	number = new(big.Int).Add(number, number)
	return number.String()
}

// Others may hold it.
func report(numbers []*big.Int, progress func(*big.Int)) {
	sum := new(big.Int)
	for _, number := range numbers {
		sum = new(big.Int).Add(sum, number)
		progress(sum)
	}
}

// It begins as somebody else's number.
func doubled(start *big.Int, times int) string {
	number := start
	for range times {
		number = new(big.Int).Add(number, number)
	}
	return number.String()
}
