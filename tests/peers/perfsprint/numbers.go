package perfsprint

import (
	"encoding/hex"
	"fmt"
	"net/url"
	"time"
)

// integer-format: `%d`, `%v` and `fmt.Sprint` of an int
func ofInt(n int) []string {
	return []string{
		fmt.Sprintf("%d", n), // want sprintf-of-integer
		fmt.Sprintf("%v", n), // want sprintf-of-integer
		fmt.Sprint(n),        // want sprintf-of-integer
	}
}

// int-conversion: smaller integers and unsigned ones, which need a conversion
func ofOthers(small int8, wide int64, count uint, mask uint32, id uint64) []string {
	return []string{
		fmt.Sprintf("%d", small), // want sprintf-of-integer
		fmt.Sprintf("%v", wide),  // want sprintf-of-integer
		fmt.Sprint(count),        // want sprintf-of-integer
		fmt.Sprintf("%d", mask),  // want sprintf-of-integer
		fmt.Sprint(id),           // want sprintf-of-integer
	}
}

// integer-format: what a call, a field or a method gives
func ofParts(query url.Values, user struct{ ID uint }) {
	query.Set("user", fmt.Sprintf("%d", user.ID))             // want sprintf-of-integer
	query.Set("at", "t"+fmt.Sprint(time.Now().UnixNano()))    // want sprintf-of-integer
	query.Set("from", fmt.Sprintf("%d", time.Now().Unix()+1)) // want sprintf-of-integer
}

// integer-format: a constant
func ofConstant() string {
	return fmt.Sprintf("%d", 4242) // none: saves nothing: the compiler has boxed it, and strconv makes the text as well
}

// integer-format: `%x` of an unsigned integer
func hexadecimal(id uint64) string {
	return fmt.Sprintf("%x", id) // want sprintf-of-integer
}

// integer-format: beyond perfsprint: `%x`, `%o` and `%b` of any integer
func otherBases(n int, mode uint32) []string {
	return []string{
		fmt.Sprintf("%x", n),    // want sprintf-of-integer
		fmt.Sprintf("%o", mode), // want sprintf-of-integer
		fmt.Sprintf("%b", n),    // want sprintf-of-integer
	}
}

// integer-format: `%#x`, `%5d` and other flags
func flagged(n int) []string {
	return []string{
		fmt.Sprintf("%#x", n), // none: strconv prints something else
		fmt.Sprintf("%5d", n), // none: strconv prints something else
		fmt.Sprintf("%X", n),  // none: strconv prints something else
	}
}

type weekday int

func (d weekday) String() string { return "day" }

// integer-format: a named integer with a method String under `%v`
func ofWeekday(d weekday) string {
	return fmt.Sprintf("%v", d) // want sprintf-of-stringer
}

// integer-format: a pointer to an integer
func ofPointer(n *int) string {
	return fmt.Sprintf("%v", n) // none: what is printed is an address
}

// bool-format: `%t`, `%v` and `fmt.Sprint` of a bool
func ofBool(done bool) []string {
	return []string{
		fmt.Sprintf("%t", done), // want sprintf-of-bool
		fmt.Sprintf("%v", done), // want sprintf-of-bool
		fmt.Sprint(done),        // want sprintf-of-bool
	}
}

// hex-format: `%x` of a slice of bytes
func ofBytes(sum []byte) string {
	return fmt.Sprintf("%x", sum) // with a profile sprintf-of-bytes
}

// hex-format: `%x` of an array of bytes
func ofArray(sum [32]byte, id [16]byte, mac [6]byte) []string {
	return []string{
		fmt.Sprintf("%x", sum), // want sprintf-of-bytes
		fmt.Sprintf("%x", id),  // want sprintf-of-bytes
		fmt.Sprintf("%x", mac), // want sprintf-of-bytes
	}
}

// hex-format: what is not bytes: other elements, spaces between the digits
func notHex(words []uint16, sum []byte) []string {
	return []string{
		fmt.Sprintf("%x", words), // none: hex.EncodeToString takes bytes alone
		fmt.Sprintf("% x", sum),  // none: hex.EncodeToString writes no spaces
		hex.EncodeToString(sum),  // none: this is the cure
	}
}
