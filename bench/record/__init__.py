"""The record under load: filled in bulk, then asked while others write."""
