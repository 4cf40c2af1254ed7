# What the deadlines of a case show of it, the rest is English. Not yet reviewed by a native speaker.
alerts-case = ករណី { $what }
