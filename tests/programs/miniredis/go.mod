module example.com/load/miniredis

go 1.26
