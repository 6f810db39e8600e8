//go:build go1.26

package errorsastarget

import (
	"errors"
	"io/fs"
	"net"
)

// MissingGood is the path that an error speaks of.
func MissingGood(err error) string {
	if missing, ok := errors.AsType[*fs.PathError](err); ok {
		return missing.Path
	}
	return ""
}

// TimeoutGood says whether an error is one of time.
func TimeoutGood(err error) bool {
	network, ok := errors.AsType[net.Error](err)
	return ok && network.Timeout()
}
