"""What claims of conformity come to: their states, the matrix of a standard, and grades under a scheme."""
