"""Pages that leave the window: the brief and the coverage report as text, Markdown, HTML and PDF."""
