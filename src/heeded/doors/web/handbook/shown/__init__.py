"""A handbook as its pages show it: prose, rules, examples, amounts, drawings, counts."""
