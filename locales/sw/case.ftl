# Not yet reviewed by a native speaker.
person-age-about = kama { $age }
certainty-estimated = makadirio
certainty-month = siku haijulikani
certainty-year = mwaka tu unajulikana
certainty-either = huenda siku na mwezi vimebadilishana
case-back = Rudi kwa
case-unknown = haijulikani
