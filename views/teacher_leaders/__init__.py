"""Ways to keep paying teacher leaders."""
