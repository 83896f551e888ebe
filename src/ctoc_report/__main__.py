"""`python -m ctoc_report` is the same as `ctoc-report`."""

from ctoc_report.cli import main

main()
