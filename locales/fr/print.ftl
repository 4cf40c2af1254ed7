# Not yet reviewed by a native speaker.
print-keep = Gardez cette carte. Dites ce numéro quand vous appelez.
print-call = Appelez le
print-qr = Image du numéro

print-title = Carte à imprimer
print-how = Seule la carte est imprimée : format carte de crédit, ou sur papier A6 à découper.
print-language = Langue de la carte
print-show = Afficher
print-print = Imprimer
print-back = Retour au dossier
print-next = Personne suivante
