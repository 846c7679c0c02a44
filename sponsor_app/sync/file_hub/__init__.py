"""One file on any dumb share brings the team's laptops together: join what is there, put back what is missing, read it back.

The file is a rendezvous, never the truth. Everything here goes through one small seam (`files.Files`), is told the time
(`pace.Pace`) and knows what a file means only through `laptop.Laptop`.
"""
