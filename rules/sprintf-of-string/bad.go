package sprintfofstring

import (
	"fmt"
	"strings"
)

// Service is what a page lists.
type Service struct {
	Name  string
	Owner string
}

// Labels are the names of services.
func Labels(services []Service) []string {
	labels := make([]string, len(services))
	for i, service := range services {
		labels[i] = fmt.Sprintf("%s", service.Name) // want sprintf-of-string
	}
	return labels
}

// Key finds a service in a cache.
func Key(service Service) string {
	return fmt.Sprintf("%v", service.Owner+"/"+service.Name) // want sprintf-of-string
}

// Title is a headline.
func Title(service Service) string {
	return fmt.Sprint(strings.ToUpper(service.Name)) // want sprintf-of-string
}

// Region is where a service runs.
type Region string

// Zone is a region as text.
func Zone(region Region) string {
	return fmt.Sprintf("%s", region) // want sprintf-of-string
}
