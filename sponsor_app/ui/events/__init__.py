"""Where customers talk: who is invited, who came, what they said."""
