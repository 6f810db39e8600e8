package directorywithinfos

import (
	"io/ioutil"
	"os"
)

// Sizes are asked for.
func size(root string) (bytes int64, err error) {
	infos, err := ioutil.ReadDir(root)
	for _, info := range infos {
		if !info.IsDir() {
			bytes += info.Size()
		}
	}
	return bytes, err
}

// Handed on.
func infos(root string) ([]os.FileInfo, error) {
	infos, err := ioutil.ReadDir(root)
	for _, info := range infos {
		if info.Name() == "skip" {
			return nil, nil
		}
	}
	return infos, err
}

// Without infos.
func names(root string) (names []string, err error) {
	entries, err := os.ReadDir(root)
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names, err
}

type archive struct{}

func (archive) ReadDir(string) ([]os.FileInfo, error) { return nil, nil }

// Something else of this name.
func other(ioutil archive) (count int) {
	infos, _ := ioutil.ReadDir("")
	for _, info := range infos {
		count += len(info.Name())
	}
	return count
}
