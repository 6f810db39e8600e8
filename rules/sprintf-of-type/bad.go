package sprintfoftype

import "fmt"

// Event is what happens.
type Event interface{ Happened() }

// Login is one of them.
type Login struct{ User, Address string }

// Happened says so.
func (Login) Happened() {}

// Topic is where an event goes.
func Topic(event Event) string {
	return fmt.Sprintf("%T", event) // want sprintf-of-type
}

// Kind is the name of a login.
func Kind(login Login) string {
	return fmt.Sprintf("%T", login) // want sprintf-of-type
}
