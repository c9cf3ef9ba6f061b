"""What a pull request is shown: what in sound records an editor may want to write otherwise."""
