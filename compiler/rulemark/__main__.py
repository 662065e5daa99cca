"""`python -m rulemark` is the command line."""

from rulemark.cli.main import main

if __name__ == "__main__":
    main()
