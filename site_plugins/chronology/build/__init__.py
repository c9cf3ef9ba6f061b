"""The one seam between the core and its hosts: a project goes in, pages and files and problems come out."""
