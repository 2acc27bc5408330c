#!/usr/bin/env python3
"""Prints how many tests the xUnit file named holds, and how many of them failed; 0 0 when there is no such file."""
import sys
import xml.etree.ElementTree as ET

try:
    suites = [suite for suite in ET.parse(sys.argv[1]).iter("testsuite")]
except (OSError, ET.ParseError):
    suites = []
tests = sum(int(suite.get("tests", 0)) for suite in suites)
print(tests, sum(int(suite.get(kind, 0)) for suite in suites for kind in ("failures", "errors")))
