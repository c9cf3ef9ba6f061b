"""The index that readers search: what can be found, and the engines that find it in the browser."""
