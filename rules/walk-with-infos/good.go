package walkwithinfos

import (
	"io/fs"
	"path/filepath"
	"strings"
)

// SourcesGood lists the files of Go below a folder.
func SourcesGood(root string) (files []string, err error) {
	err = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && entry.Name() == "testdata" {
			return filepath.SkipDir
		}
		if !entry.IsDir() && strings.HasSuffix(path, ".go") {
			files = append(files, path)
		}
		return nil
	})
	return files, err
}

// CountGood counts what is below a folder.
func CountGood(root string) (count int) {
	filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
		count++
		return err
	})
	return count
}
