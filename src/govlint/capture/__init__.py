"""Where the world is touched: what is fetched, in which order, and within which limits."""
