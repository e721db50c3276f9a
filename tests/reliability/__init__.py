"""Proofs that nothing is ever lost: each against the real store and a broken one."""
