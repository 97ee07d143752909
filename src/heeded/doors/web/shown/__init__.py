"""What pages show: answers of the record put into words, with no rule of its own."""
