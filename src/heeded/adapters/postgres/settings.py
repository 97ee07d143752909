"""How the embedded server is set: safe first, then quick on a small machine, and silent about rows."""

from collections.abc import Iterator, Mapping

SETTINGS: Mapping[str, str] = {
    # only this machine, only this folder
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "password_encryption": "scram-sha-256",
    # what is acknowledged is on the disk
    "fsync": "on",
    "full_page_writes": "on",
    "synchronous_commit": "on",
    # two cores, a few processes
    "max_connections": "100",
    "shared_buffers": "256MB",
    "effective_cache_size": "1GB",
    "random_page_cost": "1.1",
    "wal_compression": "on",
    "jit": "off",
    # one clock
    "timezone": "UTC",
    "log_timezone": "UTC",
    # an error's own words may quote a row, and so may its detail: the program that asked is told them,
    # the log is not
    "logging_collector": "off",
    "log_destination": "stderr",
    "log_line_prefix": "%m [%p] ",
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_statement": "none",
    "log_min_duration_statement": "-1",
    "log_min_duration_sample": "-1",
    "log_transaction_sample_rate": "0",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "log_lock_waits": "off",
    "log_checkpoints": "off",
    "lc_messages": "C",
}


def switches(socket_folder: str, port: int) -> Iterator[str]:
    """The server's settings as arguments of its command line, where nothing in the folder can undo them."""
    chosen = {**SETTINGS, "unix_socket_directories": socket_folder, "port": str(port)}
    for name, setting in chosen.items():
        yield "-c"
        yield f"{name}={setting}"
