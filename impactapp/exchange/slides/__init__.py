"""Six slides for the trainer and the HR director; imports python-pptx, at first use."""
