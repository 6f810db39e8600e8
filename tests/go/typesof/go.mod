module heaplint.invalid/typesof

go 1.24
