module example.com/load/yaml

go 1.26
