"""Files in and out, and the brief on paper."""
