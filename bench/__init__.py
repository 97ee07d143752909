"""The benchmark: one generated log, our two evaluators, and what a user would pick instead."""
