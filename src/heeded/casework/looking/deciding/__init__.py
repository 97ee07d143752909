"""What somebody may see of a child, what of it is shown, what stands out, and whom it obliges to tell."""
