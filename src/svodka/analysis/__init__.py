"""What a run says as a whole: claims over its documents, stories told more than once, entities, statistics."""
