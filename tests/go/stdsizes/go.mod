module heaplint.example/stdsizes

go 1.21
