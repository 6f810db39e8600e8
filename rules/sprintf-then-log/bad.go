package sprintfthenlog

import (
	"fmt"
	"log"
)

// Took logs how long something took.
func Took(logger *log.Logger, name string, ms int) {
	logger.Print(fmt.Sprintf("%s took %d ms", name, ms)) // want sprintf-then-log
}

// Lines logs what is left of several jobs.
func Lines(logger *log.Logger, left map[string]int, names []string) {
	for _, name := range names {
		logger.Println(fmt.Sprintf("%-20s %6d", name, left[name])) // want sprintf-then-log
	}
}
