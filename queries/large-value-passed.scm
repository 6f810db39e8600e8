; A loop. The guards ask for calls in its body that pass something large by value.
(for_statement body: (block) @body) @report
