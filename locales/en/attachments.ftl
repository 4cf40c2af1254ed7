# Photos and scans on a case.
pictures-title = Photos and scans
pictures-none = None. Nobody has to be photographed.
pictures-add = Add a photo or scan
pictures-add-explain = Only if the person wants it. Help does not depend on it, and it can be taken away again at any time.
pictures-file = Photo or scan
pictures-file-hint = JPEG, PNG or WebP, up to 20 MB. Where and when it was taken, the camera and the file’s name are left out. Delete it from the telephone afterwards.
pictures-kind = What does it show?
pictures-kind-choose = Choose
pictures-consent = The person agreed to it
pictures-consent-hint = For a child, the guardian.
pictures-keep = Keep it
pictures-kept = It is kept. Delete it from the telephone or camera now.
pictures-added = Added by { $who }, { $when }.
pictures-because = Why it is removed
pictures-remove = Remove it for good
pictures-removed = Removed for good. The history says that it was there, and why it went. Backups made before still hold it.
pictures-about = About this file
pictures-stripped = Made anew from what can be seen in it: nothing that the camera wrote into the file was kept.
pictures-original = Hash of the file as it was brought (SHA-256). Whoever still has that file can show that it is the one:
pictures-issued = The travel document was issued
pictures-issued-explain = The document is noted under Papers.
pictures-issued-photos =
    { $count ->
        [0] No photo was taken for it here.
        [one] The photo that was taken for it is deleted for good.
       *[other] The { $count } photos that were taken for it are deleted for good.
    }
pictures-number = Number of the document (if you like)
pictures-issued-do =
    { $count ->
        [0] Document issued
        [one] Document issued: delete the photo
       *[other] Document issued: delete the photos
    }
pictures-issued-done =
    { $count ->
        [0] Noted: the travel document was issued.
        [one] Noted: the travel document was issued. The photo was deleted; backups made before still hold it.
       *[other] Noted: the travel document was issued. { $count } photos were deleted; backups made before still hold them.
    }

## What a picture shows.
picture-document-photo = Photo for a travel document
picture-passport = Passport
picture-travel-document = Travel document
picture-other-paper = Other paper
picture-medical-paper = Medical paper
picture-threat = Threat or message

## What happened, in the history.
event-attached = Photo or scan added
event-attachment-removed = Photo or scan removed
# How a removal stands beside what was removed.
picture-gone-issued = deleted, the document was issued
picture-gone = deleted
# What is kept: its size in points and bytes.
picture-kept-size = { $width } × { $height }, { $size }

## What is wrong with a picture, and what to do.
picture-wrong-kind = Choose what it shows.
picture-wrong-consent = Keep it only if the person agreed. Choose how.
picture-wrong-because = Say why it is removed.
picture-wrong-empty = There is nothing in this file. Take the picture again.
picture-wrong-too-large = This file is larger than 20 MB. Take the picture again with a smaller setting.
picture-wrong-too-many-points = This picture has more points than can be read here. Take it again with a smaller setting, or send a screenshot of it.
picture-wrong-heic = This is a picture in Apple’s HEIC or in AVIF form, which cannot be read here. Save it as JPEG. On an iPhone: Settings, Camera, Formats, Most Compatible; then take it again.
picture-wrong-drawing = This is a drawing or a web page, which can hold programs. Send a screenshot of it.
picture-wrong-pdf = This is a PDF. Send a photo or a screenshot of each page that matters.
picture-wrong-gif = This is a GIF. Save it as PNG or JPEG, or send a screenshot of it.
picture-wrong-not-a-picture = This is not a picture that can be read here. Send a photo or scan as JPEG, PNG or WebP.
picture-wrong-damaged = This picture is damaged, or was not fully copied. Send it again, or take it again.
