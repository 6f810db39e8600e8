package sprintfofstrings

import "strconv"

// KeyGood is where an object lies.
func KeyGood(bucket, name string) string {
	return bucket + "/" + name
}

// AddressGood is what to dial.
func AddressGood(host string, port int) string {
	return host + ":" + strconv.Itoa(port)
}

// GreetingGood begins a letter.
func GreetingGood(name string) string {
	return "Dear " + name + ","
}

// PathGood is where a version of a file lies.
func PathGood(root, name string, version int64) string {
	return root + "/" + name + ".v" + strconv.FormatInt(version, 10)
}

// EscapedGood is the address of a page whose name has a percent sign before it.
func EscapedGood(name string) string {
	return "/pages/%" + name
}

// IndexedGood is a file's name.
func IndexedGood(name string) string {
	return name + ".txt"
}
