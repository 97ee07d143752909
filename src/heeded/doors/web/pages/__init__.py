"""The pages, a module for what people come to do."""
