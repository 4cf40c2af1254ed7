// "/" goes to the search field; J and K or the arrows go through the rows; Enter opens, as on any link.
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const field = document.getElementById("find");
  const typing = event.target.matches("input, select, textarea");
  if (event.key === "/" && !typing) {
    event.preventDefault();
    field.focus();
    field.select();
    return;
  }
  const step = stepOf(event.key, typing);
  if (step === 0 || (typing && event.target !== field)) return;
  const links = [...document.querySelectorAll("[data-row] a")];
  const place = links.indexOf(document.activeElement) + step;
  if (place < -1 || links.length === 0) return;
  event.preventDefault();
  if (place < 0) field.focus();
  else links[Math.min(place, links.length - 1)].focus();
});

function stepOf(key, typing) {
  if (key === "ArrowDown" || (key === "j" && !typing)) return 1;
  if (key === "ArrowUp" || (key === "k" && !typing)) return -1;
  return 0;
}
