package directorywithinfos

import (
	"io/ioutil"
	"os"
)

// Folders lists the folders in a folder.
func Folders(root string) (folders []string, err error) {
	entries, err := ioutil.ReadDir(root) // want directory-with-infos
	if err != nil {
		return nil, err
	}
	for _, entry := range entries {
		if entry.IsDir() {
			folders = append(folders, entry.Name())
		}
	}
	return folders, nil
}

// Count counts the files of an open folder.
func Count(folder *os.File) (files int, err error) {
	infos, err := folder.Readdir(-1) // want directory-with-infos
	for _, info := range infos {
		if !info.IsDir() {
			files++
		}
	}
	return files, err
}
