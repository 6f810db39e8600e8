module heaplint.example/stdapi

go 1.24
