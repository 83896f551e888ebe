"""Turn typed records of what an office did into a United Nations Secretariat report."""

__version__ = "0.1.0"
