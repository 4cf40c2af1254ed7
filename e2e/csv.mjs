/** The cells of a CSV file as a spreadsheet program reads them (RFC 4180). */
export function readCsv(text) {
  const rows = [[]];
  let cell = "";
  let quoted = false;
  const characters = text.replace(/^\uFEFF/, "");
  for (let place = 0; place < characters.length; place++) {
    const character = characters[place];
    if (quoted) {
      if (character !== '"') cell += character;
      else if (characters[place + 1] === '"') cell += characters[place++];
      else quoted = false;
    } else if (character === '"') {
      quoted = true;
    } else if (character === ",") {
      rows.at(-1).push(cell);
      cell = "";
    } else if (character === "\n") {
      rows.at(-1).push(cell.replace(/\r$/, ""));
      rows.push([]);
      cell = "";
    } else {
      cell += character;
    }
  }
  if (cell || rows.at(-1).length) rows.at(-1).push(cell);
  return rows.filter((row) => row.length);
}
