package listasqueue

import "container/list"

// A cache: used elements move.
type cache struct {
	order  *list.List
	places map[string]*list.Element
}

func newCache() *cache {
	return &cache{order: list.New(), places: map[string]*list.Element{}}
}

func (c *cache) get(key string) {
	if place := c.places[key]; place != nil {
		c.order.MoveToFront(place)
	}
}

func recent(keys []string) (last string) {
	order := list.New()
	places := map[string]*list.Element{}
	for _, key := range keys {
		if place := places[key]; place != nil {
			order.MoveToFront(place)
			continue
		}
		places[key] = order.PushFront(key) // want boxing-in-loop
		if order.Len() > 3 {
			order.Remove(order.Back())
		}
	}
	return order.Front().Value.(string)
}

// Handed on.
func filled(values []string) *list.List {
	all := list.New()
	for _, value := range values {
		all.PushBack(value) // want boxing-in-loop
	}
	return all
}

type shelf struct{}

func (shelf) New() *[]string { return new([]string) }

// Something else of this name.
func other(list shelf) int {
	all := list.New()
	return len(*all)
}
