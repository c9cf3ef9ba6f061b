"""Whether sources are still where their records say: the part that asks the servers of others."""
