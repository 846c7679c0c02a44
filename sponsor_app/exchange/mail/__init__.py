"""Mail in: a message becomes a note on the timeline, or the meeting that it invites to."""
