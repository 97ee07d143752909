"""What people come to do, one verb a file, through the ports alone."""
