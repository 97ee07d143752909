"""What a bundle is made of: resources in JSON or XML, their references, codes and times."""
