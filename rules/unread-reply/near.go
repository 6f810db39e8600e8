package unreadreply

// It has room.
func room(fetch func() []byte, late <-chan struct{}) []byte {
	result := make(chan []byte, 1)
	go func() { result <- fetch() }()
	select {
	case page := <-result:
		return page
	case <-late:
		return nil
	}
}

// The answer is read in any case.
func waits(fetch func() []byte, late <-chan struct{}) []byte {
	result := make(chan []byte)
	go func() { result <- fetch() }()
	select {
	case page := <-result:
		return page
	case <-late:
		return <-result
	}
}

// The sender can give up, too.
func givesUp(fetch func() []byte, late <-chan struct{}) []byte {
	result := make(chan []byte)
	go func() {
		select {
		case result <- fetch():
		case <-late:
		}
	}()
	select {
	case page := <-result:
		return page
	case <-late:
		return nil
	}
}

// Somebody else gets the channel.
func shared(fetch func() []byte, late <-chan struct{}, drain func(chan []byte)) []byte {
	result := make(chan []byte)
	defer drain(result)
	go func() { result <- fetch() }()
	select {
	case page := <-result:
		return page
	case <-late:
		return nil
	}
}

// There is nothing else to wait for.
func alone(fetch func() []byte) []byte {
	result := make(chan []byte)
	go func() { result <- fetch() }()
	select {
	case page := <-result:
		return page
	}
}

// Many answers, in a loop.
func many(fetch func() []byte, late <-chan struct{}) int {
	results := make(chan []byte)
	go func() {
		for range 3 {
			results <- fetch()
		}
	}()
	sum := 0
	for range 3 {
		select {
		case page := <-results:
			sum += len(page)
		case <-late:
		}
	}
	return sum
}
