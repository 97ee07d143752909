"""Acts over the API: what people do, each once, under a name of the caller's own."""
