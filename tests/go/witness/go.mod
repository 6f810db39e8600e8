module example.com/witness

go 1.23
