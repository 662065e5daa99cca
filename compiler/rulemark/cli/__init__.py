"""The command line: one command a module, nothing in it that a program could not do through the public interface.

Exit codes: 0 clean, 1 findings or something out of date, 2 misuse. An error is one line on standard error.
"""
