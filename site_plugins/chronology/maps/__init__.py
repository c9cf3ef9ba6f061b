"""The base map, and where things lie on it: shapes from Natural Earth, clipped and simplified when a site is built."""
