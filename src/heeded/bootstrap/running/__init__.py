"""What runs: the database reached and checked, the web server, the worker and its jobs."""
