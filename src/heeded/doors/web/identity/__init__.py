"""Who is who: two records side by side, a person's word on them, and what a person is made up of."""
