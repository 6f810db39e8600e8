package walkwithinfos

import (
	"os"
	"path/filepath"
	"strings"
)

// Sources lists the files of Go below a folder.
func Sources(root string) (files []string, err error) {
	err = filepath.Walk(root, func(path string, info os.FileInfo, err error) error { // want walk-with-infos
		if err != nil {
			return err
		}
		if info.IsDir() && info.Name() == "testdata" {
			return filepath.SkipDir
		}
		if !info.IsDir() && strings.HasSuffix(path, ".go") {
			files = append(files, path)
		}
		return nil
	})
	return files, err
}

// Count counts what is below a folder.
func Count(root string) (count int) {
	filepath.Walk(root, func(path string, _ os.FileInfo, err error) error { // want walk-with-infos
		count++
		return err
	})
	return count
}
