"""Opens PDF files by PDFium: their pages drawn, their boxes, and what stands on a page."""
