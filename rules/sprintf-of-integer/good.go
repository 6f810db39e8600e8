package sprintfofinteger

import "strconv"

// AddressGood is what to dial.
func (e Endpoint) AddressGood() string {
	return e.Host + ":" + strconv.Itoa(int(e.Port))
}

// JoinGood lists numbers.
func JoinGood(ids []int64) string {
	list := make([]byte, 0, 8*len(ids))
	for i, id := range ids {
		if i > 0 {
			list = append(list, ',')
		}
		list = strconv.AppendInt(list, id, 10)
	}
	return string(list)
}

// IndexGood gives every name its position, as text.
func IndexGood(names []string) map[string]string {
	positions := make(map[string]string, len(names))
	for i, name := range names {
		positions[name] = strconv.Itoa(1000 + i)
	}
	return positions
}

// ChecksumGood is a sum of data, in digits.
func ChecksumGood(data []byte) string {
	var sum uint32
	for _, b := range data {
		sum = sum*31 + uint32(b)
	}
	return strconv.FormatUint(uint64(sum), 10)
}

// TokenGood is a number in hexadecimal digits.
func TokenGood(id uint64) string {
	return strconv.FormatUint(id, 16)
}

// ModeGood is what a file allows, in octal digits.
func ModeGood(mode uint32) string {
	return strconv.FormatUint(uint64(mode), 8)
}

// FlagsGood are the bits of a number.
func FlagsGood(bits int) string {
	return strconv.FormatInt(int64(bits), 2)
}
