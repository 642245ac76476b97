"""Routes to keep paying teacher leaders."""
