"""What is known of an address, and how one thing follows from another."""
