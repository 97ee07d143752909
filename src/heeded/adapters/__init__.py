"""The outside world, each adapter behind one port."""
