package typeassertioninloop

import (
	"io"
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var words, lines []string
	var integers, floats, entries, texts []any
	var ints []int
	var reals []float64
	var accounts []account
	for i := range 1000 {
		words = append(words, "word"+strconv.Itoa(i))
		lines = append(lines, "line "+strconv.Itoa(i)+"\n")
		ints = append(ints, i*i)
		integers = append(integers, i*i)
		reals = append(reals, float64(i)/3)
		floats = append(floats, float64(i)/3)
		accounts = append(accounts, account{owner: i, balance: i % 70})
		entries = append(entries, account{owner: i, balance: i % 70})
		texts = append(texts, words[i])
	}
	writer := io.Discard
	proof.Faster(t, "WriteAll", func() int { return WriteAll(writer, words) }, func() int { return WriteAllGood(writer, words) })
	proof.Faster(t, "Sum", func() int { return Sum(integers) }, func() int { return SumGood(ints) })
	proof.Faster(t, "Above", func() int { return Above(floats, 250) }, func() int { return AboveGood(reals, 250) })
	proof.Faster(t, "Total", func() int { return Total(entries) }, func() int { return TotalGood(accounts) })
	proof.Faster(t, "Letters", func() int { return Letters(texts) }, func() int { return LettersGood(words) })
	proof.Faster(t, "WriteLines", func() int { return WriteLines(writer, lines) }, func() int { return WriteLinesGood(writer, lines) })
	proof.Faster(t, "SumMixed", func() int64 { return SumMixed(integers...) }, func() int64 { return SumMixedGood(ints...) })
}
