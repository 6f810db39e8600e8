package largevaluepassed

import (
	"fmt"
	"strings"
)

// Small ones go in registers.
type point struct{ x, y, z float64 }

func length(p point) float64 { return p.x*p.x + p.y*p.y + p.z*p.z }

func small(points []point) (sum float64) {
	for _, point := range points {
		sum += length(point)
	}
	return sum
}

// What the function does with its copy must not be seen by its caller.
func discounted(order Order) int64 {
	order.Lines[0] = 0
	order.Open = false
	return order.ID
}

func renumbered(order Order) Order {
	order.ID++
	return order
}

func addressed(order Order) *int64 { return &order.ID }

func sliced(order Order) []int64 { return order.Lines[:3] }

func captured(order Order) func() int64 {
	return func() int64 { return order.ID }
}

type archive struct{ last Order }

// It keeps the whole value, so it is a copy in the end.
func (a *archive) keep(order Order) { a.last = order }

// close is for pointers, so it changes the copy.
func (o *Order) close() { o.Open = false }

func closed(order Order) bool {
	order.close()
	return order.Open
}

type named struct {
	text  strings.Builder
	lines [24]int64
}

func (n *named) add(text string) int { return n.text.Len() + len(text) }

type holder struct {
	inner named
	count int
}

func behind(h holder) int { return h.inner.add("x") + h.count }

func altered(orders []Order, held []holder, a *archive) (sum int64) {
	for i := range orders {
		sum += discounted(orders[i]) + renumbered(orders[i]).ID + *addressed(orders[i])
		sum += sliced(orders[i])[0] + captured(orders[i])()
		a.keep(orders[i])
		if closed(orders[i]) {
			sum += int64(behind(held[i]))
		}
	}
	return sum
}

// Nothing to point at: an element of a map, and what is made for the call.
func without(byID map[int64]Order, ids []int64) (sum int64) {
	for _, id := range ids {
		sum += total(byID[id], 3)
		sum += total(Order{ID: id}, 3)
		sum += total(renumbered(byID[id]), 3)
	}
	return sum
}

// Pointers.
func pointers(orders []*Order) (sum int64) {
	for _, order := range orders {
		order.close()
		sum += totalGood(order, 3)
	}
	return sum
}

// Whatever the interface holds.
type payable interface{ Due(day int64) bool }

func abstract(all []payable) (count int) {
	for _, one := range all {
		if one.Due(3) {
			count++
		}
	}
	return count
}

// Boxed, and of another package.
func others(orders []Order) {
	for _, order := range orders {
		fmt.Println(order)
	}
}

// Type parameters.
func generic[T any](all []T, each func(T)) {
	for _, one := range all {
		each(one)
	}
}

// Any function of this type.
func anyFunction(orders []Order, each func(Order) int64) (sum int64) {
	for _, order := range orders {
		sum += each(order)
	}
	return sum
}

// Once, and on other goroutines, each of which gets its own.
func once(orders []Order, results chan<- int64) int64 {
	for _, order := range orders {
		go send(order, results)
	}
	for _, order := range orders {
		if order.Open {
			return total(order, 3)
		}
	}
	return total(orders[0], 2)
}

func send(order Order, results chan<- int64) { results <- order.ID }

// Few turns.
func few(order Order) (sum int64) {
	for _, rate := range []int64{1, 2, 3} {
		sum += total(order, rate)
	}
	return sum
}
