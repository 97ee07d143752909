"""A child's record and what is done from it: asked for with a purpose, shown part by part."""
