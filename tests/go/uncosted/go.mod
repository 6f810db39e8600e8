module heaplint.invalid/uncosted

go 1.24
