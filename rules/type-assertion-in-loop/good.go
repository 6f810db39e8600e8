package typeassertioninloop

import "io"

// WriteAllGood asks once.
func WriteAllGood(w io.Writer, words []string) int {
	fast, ok := w.(io.StringWriter)
	written := 0
	for _, word := range words {
		if ok {
			n, _ := fast.WriteString(word)
			written += n
		} else {
			n, _ := w.Write([]byte(word)) // want bytes-of-string-then-write
			written += n
		}
	}
	return written
}

// SumGood has numbers.
func SumGood(values []int) int {
	sum := 0
	for _, value := range values {
		sum += value
	}
	return sum
}

// AboveGood has numbers.
func AboveGood(values []float64, bar float64) int {
	above := 0
	for i := range values {
		value := values[i]
		if value > bar {
			above++
		}
	}
	return above
}

// TotalGood has accounts.
func TotalGood(accounts []account) int {
	total := 0
	for _, entry := range accounts {
		total += entry.balance
	}
	return total
}

// LettersGood has words.
func LettersGood(values []string) int {
	letters := 0
	for _, word := range values {
		letters += len(word)
	}
	return letters
}

// WriteLinesGood tells the writers apart once.
func WriteLinesGood(w io.Writer, lines []string) int {
	written := 0
	fast, ok := w.(io.StringWriter)
	for _, line := range lines {
		if ok {
			n, _ := fast.WriteString(line)
			written += n
		} else {
			n, _ := w.Write([]byte(line)) // want bytes-of-string-then-write
			written += n
		}
	}
	return written
}

// SumMixedGood takes integers of one type, whichever it is.
func SumMixedGood[N int | int64](values ...N) int64 {
	var sum int64
	for _, value := range values {
		sum += int64(value)
	}
	return sum
}
