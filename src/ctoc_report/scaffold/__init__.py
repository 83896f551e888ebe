"""What a newcomer begins with: the files of a new folder, and records to fill in. Text in, text out."""
