"""The version that 关于 and crash reports name; setup.cfg says the same."""

VERSION = "0.1.0"
