// A test that expects nothing passes whatever the code does, so it fails.
beforeEach(() => expect.hasAssertions());
