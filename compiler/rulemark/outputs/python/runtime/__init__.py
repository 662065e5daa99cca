"""The modules that every generated package contains, copied as they stand.

They import the standard library and each other only. `typing` and `dataclasses` stay out at run time: importing those
two would take longer than importing a whole generated package.
"""
