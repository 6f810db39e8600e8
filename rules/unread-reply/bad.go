package unreadreply

// First is what fetch gives, or nothing where it is late.
func First(fetch func() []byte, late <-chan struct{}) []byte {
	result := make(chan []byte) // want unread-reply
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
