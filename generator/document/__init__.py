"""The closed document tree, and the difference between two trees."""
