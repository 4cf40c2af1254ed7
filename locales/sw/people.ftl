# Not yet reviewed by a native speaker.
people-no-name = Jina halikutolewa
