## The instruments by which people are heard, and an organisation's own.
forms-title = Instruments
forms-explain = What people are asked by, where it comes from, and who has looked at it. Old answers keep the version that they were given under.
forms-way = Instruments
forms-own = Your own
forms-none = There is none yet.
forms-own-says = version { $version }, { $questions ->
    [one] one question
   *[other] { $questions } questions
}, { $carrying } of which can carry a result
forms-file = An XLSForm, as KoBo and ODK use it
forms-file-hint = A spreadsheet with the sheets survey, choices and settings. What is not understood in it is said, row by row, and nothing is kept then. To change one, raise its version.
forms-add = Look it through and keep it
forms-no-file = Please choose a file. Nothing was kept.
forms-not-kept = Nothing was kept. These places need another look:
forms-kept = It is kept. People can be heard by it from now on: it stands on the page of what a hearing comes to.
forms-shipped = Those of the program
forms-unreviewed = Reviewed by nobody yet.
