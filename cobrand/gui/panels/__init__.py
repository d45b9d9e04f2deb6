"""The panels beside the stage: Logo, Words, Look and Rules."""
