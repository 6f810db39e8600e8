package sprintfofstring

import "strings"

// LabelsGood are the names of services.
func LabelsGood(services []Service) []string {
	labels := make([]string, len(services))
	for i, service := range services {
		labels[i] = service.Name
	}
	return labels
}

// KeyGood finds a service in a cache.
func KeyGood(service Service) string {
	return service.Owner + "/" + service.Name
}

// TitleGood is a headline.
func TitleGood(service Service) string {
	return strings.ToUpper(service.Name)
}

// ZoneGood is a region as text.
func ZoneGood(region Region) string {
	return string(region)
}
