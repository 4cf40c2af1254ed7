# Not yet reviewed by a native speaker.
print-keep = Tunza kadi hii. Taja nambari hii unapopiga simu.
print-call = Piga simu
print-qr = Picha ya nambari

print-title = Kadi ya kuchapisha
print-how = Kadi tu huchapishwa: ukubwa wa kadi ya benki, au kwenye karatasi ya A6 ya kukata.
print-language = Lugha ya kadi
print-show = Onyesha
print-print = Chapisha
print-back = Rudi kwenye kesi
print-next = Mtu anayefuata
