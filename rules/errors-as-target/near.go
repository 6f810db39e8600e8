package errorsastarget

import (
	"errors"
	"io/fs"
)

// A target of the caller's, a field, and a variable that held something before.
func given(err error, missing **fs.PathError) bool { return errors.As(err, missing) }

type failure struct{ path *fs.PathError }

func (f *failure) found(err error) bool { return errors.As(err, &f.path) }

func before(err error, missing *fs.PathError) bool { return errors.As(err, &missing) }

// Is asks for a value, not for a type.
func same(err error) bool { return errors.Is(err, fs.ErrNotExist) }

type finder struct{}

func (finder) As(err error, target any) bool { return false }

// Something else of the package's name.
func shadowed(err error) bool {
	var missing *fs.PathError
	errors := finder{}
	return errors.As(err, &missing)
}
