package sprintfthenlog

import (
	"fmt"
	"log"
)

// The program ends.
func broken(name string) { log.Fatal(fmt.Sprintf("no handler for %s", name)) }

// Several values, and a text beside another one.
func several(n int) {
	log.Print(fmt.Sprintf("%03d", n), " items")
	log.Println("# " + fmt.Sprintf("%03d", n))
}

// The text is used twice.
func kept(n int) string {
	text := fmt.Sprintf("%d items", n)
	log.Print(text)
	return text
}

type console struct{ lines []string }

func (c *console) Print(line string) { c.lines = append(c.lines, line) }

// Something else with a method of this name.
func own(c *console, n int) { c.Print(fmt.Sprintf("%d items", n)) }

// The line break would have to be added to what the caller gives.
func told(format string, values ...any) { fmt.Println(fmt.Sprintf(format, values...)) }
