"""What a user would pick instead of Heeded: each file is one engine, written as its experts write."""
