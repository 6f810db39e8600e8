module heaplint.test/peers

go 1.26
