"""The catalogue tool: checks, links and publishes a Git repository of standards and solutions."""

__version__ = "1.0.0"
