"""Releases of a voucher programme's catalogue: freezing what qualified, verifying it, comparing two of them."""
