"""Sites, services, their staff, and the official count."""
