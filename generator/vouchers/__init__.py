"""Voucher programmes worked out: what is published of a listing, whether it qualifies, what is paid."""
