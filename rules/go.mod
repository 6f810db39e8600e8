module heaplint.test/rules

go 1.23
