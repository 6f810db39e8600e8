module example.com/sites

go 1.23

require example.com/dep v1.2.3
