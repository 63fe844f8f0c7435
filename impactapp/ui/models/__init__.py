"""Qt item models over the study; they keep ids, never copies."""
