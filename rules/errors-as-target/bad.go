package errorsastarget

import (
	"errors"
	"io/fs"
	"net"
)

// Missing is the path that an error speaks of.
func Missing(err error) string {
	var missing *fs.PathError
	if errors.As(err, &missing) { // want errors-as-target
		return missing.Path
	}
	return ""
}

// Timeout says whether an error is one of time.
func Timeout(err error) bool {
	var network net.Error
	return errors.As(err, &network) && network.Timeout() // want errors-as-target
}
