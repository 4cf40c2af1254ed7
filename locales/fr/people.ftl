# Not yet reviewed by a native speaker.
people-no-name = Pas de nom donné
