"""What the learned pipelines add: candidates for triggers, the network that scores them, and what confirms both."""
