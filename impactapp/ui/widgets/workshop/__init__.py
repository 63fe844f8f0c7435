"""The room: sittings, votes, booth, projector doors, replay."""
