"""What carries changes between this laptop and the shared file while the window is open."""
