package bignumberperturn

import "math/big"

// FactorialGood is n!, as text.
func FactorialGood(n int64) string {
	product := big.NewInt(1)
	factor := new(big.Int)
	for i := int64(2); i <= n; i++ {
		product.Mul(product, factor.SetInt64(i))
	}
	return product.String()
}

// TotalGood adds amounts.
func TotalGood(amounts []*big.Rat) float64 {
	total := new(big.Rat)
	for _, amount := range amounts {
		total.Add(total, amount)
	}
	sum, _ := total.Float64()
	return sum
}
