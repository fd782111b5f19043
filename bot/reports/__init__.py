"""What is handed out on paper or as a file: posters, QR pictures, workbooks, a person's own data."""
