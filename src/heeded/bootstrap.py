"""The wiring: the one place where doors are given the adapters that casework's ports ask for."""
