"""What each live figure of the course shows: one module a lesson."""
