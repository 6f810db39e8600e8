package bignumberperturn

import "math/big"

// Factorial is n!, as text.
func Factorial(n int64) string {
	product := big.NewInt(1)
	for i := int64(2); i <= n; i++ {
		product = new(big.Int).Mul(product, big.NewInt(i)) // want big-number-per-turn
	}
	return product.String()
}

// Total adds amounts.
func Total(amounts []*big.Rat) float64 {
	total := new(big.Rat)
	for _, amount := range amounts {
		total = new(big.Rat).Add(total, amount) // want big-number-per-turn
	}
	sum, _ := total.Float64()
	return sum
}
