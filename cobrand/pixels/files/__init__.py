"""Opens picture files, each as the one kind that its bytes say, and shows them in sRGB."""
