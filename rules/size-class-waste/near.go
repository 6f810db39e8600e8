package sizeclasswaste

// A size that Go has.
func exact() []byte { return make([]byte, 32<<10) }

// A little more than a size: 1.6 % of what is taken.
func little() []byte { return make([]byte, 1008) }

// Small: three numbers are three numbers.
func small() []int64 { return make([]int64, 5) }

// Nobody knows how much.
func unknown(n int) []byte { return make([]byte, n) }

// A map has no such size.
func table() map[int]int { return make(map[int]int, 4200) }

// So has a channel: what it costs is its own business.
func queue() chan int { return make(chan int, 4200) }

// Something else of this name.
func other(make func([]byte, int) []byte) []byte { return make(nil, 4200) }
