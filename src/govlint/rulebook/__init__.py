"""What is required: rules, the sheets that hold them, their cases, their packs."""
