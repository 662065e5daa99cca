"""What stands in other files: includes and code snippets, the way to their files and to the lines of these."""
