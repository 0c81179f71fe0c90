"""Lets ``python -m saksi.cli`` do what ``saksi`` does."""

from saksi.cli.main import main

if __name__ == "__main__":
    main()
