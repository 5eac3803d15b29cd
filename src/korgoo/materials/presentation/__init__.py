"""Put materials into what the pages show."""
