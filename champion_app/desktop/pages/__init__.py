"""The pages of the sidebar, one file each."""
