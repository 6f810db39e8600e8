package directorywithinfos

import "os"

// FoldersGood lists the folders in a folder.
func FoldersGood(root string) (folders []string, err error) {
	entries, err := os.ReadDir(root)
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

// CountGood counts the files of an open folder.
func CountGood(folder *os.File) (files int, err error) {
	entries, err := folder.ReadDir(-1)
	for _, entry := range entries {
		if !entry.IsDir() {
			files++
		}
	}
	return files, err
}
