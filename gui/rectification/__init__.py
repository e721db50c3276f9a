"""整改跟踪: what is under way, what is late, and the next move of each issue."""
