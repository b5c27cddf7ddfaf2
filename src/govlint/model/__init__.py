"""Values only: addresses, verdicts, findings. Imports nothing but the standard library."""
