"""Triple-colon directives: zones, rows, images, videos, code and forms, `:::name attribute="value":::`."""
