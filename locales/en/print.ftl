# The printed card that a person carries. It may be found by anybody: it must say nothing about why somebody has it.
# The sentence on the card. Neutral, like a queue ticket.
print-keep = Keep this card. Say this number when you call.
# Before a telephone number.
print-call = Call
print-qr = Picture of the number

## Round the card on the screen; not printed.
print-title = Card to print
print-how = Only the card is printed: credit-card size, or on A6 paper to cut out.
print-language = Language of the card
print-show = Show
print-print = Print
print-back = Back to the case
print-next = Next person
