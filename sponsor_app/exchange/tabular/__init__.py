"""Tables in text: other people's CSV and TSV files in, our own out."""
