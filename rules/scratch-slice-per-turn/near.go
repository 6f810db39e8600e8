package scratchsliceperturn

import (
	"bytes"
	"encoding/binary"
	"sync"
)

// A constant size of few bytes lies on the stack.
func constant(rows [][]byte) int {
	sum := 0
	for _, row := range rows {
		counts := make([]int, 256)
		for _, letter := range row {
			counts[letter]++
		}
		sum += counts['a'] * counts['b']
	}
	return sum
}

// Somebody keeps it: the result, a map, a channel, a goroutine, an unknown function.
func kept(rows [][]int, results chan []int, unknown func([]int)) ([][]int, map[int][]int) {
	all := make([][]int, 0, len(rows))
	byLength := make(map[int][]int, len(rows))
	var group sync.WaitGroup
	for _, row := range rows {
		one := make([]int, len(row))
		copy(one, row)
		all = append(all, one)
		two := make([]int, len(row))
		byLength[len(row)] = two
		three := make([]int, len(row))
		results <- three
		four := make([]int, len(row))
		group.Add(1)
		go func() {
			defer group.Done()
			four[0]++
		}()
		five := make([]int, len(row))
		unknown(five)
		six := make([]int, len(row))
		part := six[1:]
		all = append(all, part)
	}
	group.Wait()
	return all, byLength
}

// Once per call.
func once(row []int) int {
	counts := make([]int, len(row))
	for _, value := range row {
		counts[value]++
	}
	return counts[0]
}

// The loop ends with it.
func first(rows [][]int) int {
	for _, row := range rows {
		if len(row) > 0 {
			counts := make([]int, len(row))
			copy(counts, row)
			return counts[0]
		}
	}
	return 0
}

// So few bytes lie on the stack, also where a variable keeps their number.
func headers(buffer *bytes.Buffer, lengths []uint32) {
	for _, length := range lengths {
		size := 12
		header := make([]byte, size)
		binary.LittleEndian.PutUint32(header, length)
		if n, _ := buffer.Write(header); n != size {
			return
		}
	}
}

// Nobody reads it: it was to be another variable.
func lost(rows [][]int) (sums []int) {
	for _, row := range rows {
		if sums == nil {
			sums := make([]int, len(row))
			for column, value := range row {
				sums[column] = value + 1
			}
		}
	}
	return sums
}

// Nobody reads what is copied here either.
func unstored(rows map[string][]int) map[string][]int {
	all := make(map[string][]int, len(rows))
	for name, row := range rows {
		own := make([]int, len(row))
		copy(own, row)
		all[name] = row
	}
	return all
}
