"""Everything that is seen; knows the model, is known only by main."""
