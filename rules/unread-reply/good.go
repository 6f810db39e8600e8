package unreadreply

// FirstGood is what fetch gives, or nothing where it is late.
func FirstGood(fetch func() []byte, late <-chan struct{}) []byte {
	result := make(chan []byte, 1)
	go func() {
		page := fetch()
		result <- page
	}()
	select {
	case page := <-result:
		return page
	case <-late:
		return nil
	}
}
