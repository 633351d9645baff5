raise ValueError, "old"
