"""How a store of any earlier version becomes today's, step by step, in explicit SQL."""
