module example.com/load/nats

go 1.26
