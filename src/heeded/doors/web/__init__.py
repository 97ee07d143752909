"""The web door: pages, and how people sign in to them."""
