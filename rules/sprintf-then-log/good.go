package sprintfthenlog

import "log"

// TookGood logs how long something took.
func TookGood(logger *log.Logger, name string, ms int) {
	logger.Printf("%s took %d ms", name, ms)
}

// LinesGood logs what is left of several jobs.
func LinesGood(logger *log.Logger, left map[string]int, names []string) {
	for _, name := range names {
		logger.Printf("%-20s %6d", name, left[name])
	}
}
