; A defer statement; the guards ask for the loop around it, in its own function.
(defer_statement) @report
