"""Administration: agencies, people, credentials and agreed amounts, kept by pages and without SQL."""
