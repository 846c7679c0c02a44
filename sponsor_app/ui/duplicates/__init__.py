"""What may be here twice: looked at side by side, merged, or said to be two."""
