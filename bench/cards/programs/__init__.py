"""The programs that are compared: each draws a job's cards one after another into a folder."""
