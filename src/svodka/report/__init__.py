"""The inspector: a run as a static site that opens from disk, without a server and without the network."""
