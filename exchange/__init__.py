"""What enters and leaves the house."""
