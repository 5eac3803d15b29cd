"""A view as a form for other collecting tools: XLSForm and XForm. Plain data in, files out."""
