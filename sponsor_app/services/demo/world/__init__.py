"""Where the invented accounts stand: countries, cities, addresses, telephone numbers, hours of the day."""
