package typeassertioninloop

import "io"

// WriteAll asks on every turn what the writer can do.
func WriteAll(w io.Writer, words []string) int {
	written := 0
	for _, word := range words {
		if fast, ok := w.(io.StringWriter); ok { // want type-assertion-in-loop
			n, _ := fast.WriteString(word)
			written += n
		} else {
			n, _ := w.Write([]byte(word)) // want bytes-of-string-then-write
			written += n
		}
	}
	return written
}

// Sum unpacks each number.
func Sum(values []any) int {
	sum := 0
	for _, value := range values {
		sum += value.(int) // want type-assertion-in-loop
	}
	return sum
}

// Above unpacks each element by its index.
func Above(values []any, bar float64) int {
	above := 0
	for i := range values {
		value := values[i].(float64) // want type-assertion-in-loop
		if value > bar {
			above++
		}
	}
	return above
}

type account struct{ owner, balance int }

// Total unpacks each account.
func Total(accounts []any) int {
	total := 0
	for _, entry := range accounts {
		total += entry.(account).balance // want type-assertion-in-loop
	}
	return total
}

// Letters unpacks each word.
func Letters(values []any) int {
	letters := 0
	for _, value := range values {
		word := value.(string) // want type-assertion-in-loop
		letters += len(word)
	}
	return letters
}

// WriteLines tells the writers apart on every turn.
func WriteLines(w io.Writer, lines []string) int {
	written := 0
	for _, line := range lines {
		switch out := w.(type) { // want type-assertion-in-loop
		case io.StringWriter:
			n, _ := out.WriteString(line)
			written += n
		default:
			n, _ := w.Write([]byte(line)) // want bytes-of-string-then-write
			written += n
		}
	}
	return written
}

// SumMixed takes whatever integer the caller has.
func SumMixed(values ...any) int64 {
	var sum int64
	for _, value := range values {
		switch value := value.(type) { // want type-assertion-in-loop
		case int:
			sum += int64(value)
		case int64:
			sum += value
		}
	}
	return sum
}
