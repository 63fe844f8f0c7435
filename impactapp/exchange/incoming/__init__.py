"""Files that come back or from elsewhere: opened with suspicion, read into values, changed into nothing yet."""
