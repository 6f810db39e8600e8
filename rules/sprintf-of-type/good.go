package sprintfoftype

import "reflect"

// TopicGood is where an event goes.
func TopicGood(event Event) string {
	return reflect.TypeOf(event).String()
}

// KindGood is the name of a login.
func KindGood(login Login) string {
	return reflect.TypeOf(login).String()
}
