package walkwithinfos

import (
	"io/fs"
	"os"
	"path/filepath"
)

// Sizes are asked for.
func size(root string) (bytes int64, err error) {
	err = filepath.Walk(root, func(path string, info os.FileInfo, err error) error {
		if err == nil && !info.IsDir() {
			bytes += info.Size()
		}
		return err
	})
	return bytes, err
}

// Infos are kept, or handed on.
func infos(root string) (all []os.FileInfo) {
	filepath.Walk(root, func(path string, info os.FileInfo, err error) error {
		all = append(all, info)
		return err
	})
	return all
}

func with(root string, visit filepath.WalkFunc) error { return filepath.Walk(root, visit) }

// Without infos.
func entries(root string) (count int) {
	filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		count++
		return err
	})
	return count
}

type tree struct{ children []tree }

func (t tree) Walk(depth int, visit func(depth int, node tree, last bool) error) error {
	return visit(depth, t, len(t.children) == 0)
}

// Something else of this name.
func other(t tree) error {
	return t.Walk(0, func(depth int, _ tree, last bool) error { return nil })
}
