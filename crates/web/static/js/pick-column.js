// A click anywhere in a column opens the menu that says what the column holds.
const table = document.querySelector("table.columns");

table?.addEventListener("click", (event) => {
  const cell = event.target.closest("td, th");
  if (!cell || event.target.closest("select")) return;
  const menu = table.querySelectorAll("select[name='column']")[cell.cellIndex - 1];
  if (!menu) return;
  menu.focus();
  menu.showPicker?.();
});

// What a column holds is seen at once: one that is not needed fades.
table?.addEventListener("change", (event) => {
  const place = event.target.closest("td").cellIndex;
  for (const row of table.tHead.rows) row.cells[place].classList.toggle("unused", event.target.value === "ignore");
});
