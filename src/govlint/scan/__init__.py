"""The flow: plan, visit, judge, settle."""
