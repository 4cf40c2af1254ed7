// Escape three times within two seconds locks everything. The page goes blank before the server has answered.
const WITHIN = 2000;
let presses = [];

addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.repeat) return;
  presses = [...presses.filter((at) => event.timeStamp - at < WITHIN), event.timeStamp];
  if (presses.length === 3) lock();
});

document.querySelector(".lock")?.addEventListener("submit", blank);

function lock() {
  blank();
  document.querySelector(".lock")?.submit();
}

function blank() {
  document.body.hidden = true;
}

// A locked page must not come back out of the browser's memory.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
