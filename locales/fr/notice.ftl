# Not yet reviewed by a native speaker.
notice-subject = Il y a du nouveau
notice-body = Quelque chose vous attend. Connectez-vous là où vous le faites d’habitude.
notice-code-subject = Votre code
notice-code-body =
    Voici votre code : { $code }
    Il est valable une demi-heure. Si vous ne l’avez pas demandé, il n’y a rien à faire.
