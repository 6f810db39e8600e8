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
