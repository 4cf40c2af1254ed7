// Follows what takes its time, and goes on to its end when it is done. Without this the page refreshes itself.
const bar = document.querySelector("progress[data-progress]");
const words = document.getElementById("progress-words");

if (bar) follow();

async function follow() {
  const answer = await fetch(bar.dataset.progress, { headers: { Accept: "application/json" } });
  // Signed out or locked meanwhile: the page itself knows where to go.
  if (answer.redirected) return location.reload();
  if (!answer.ok) return setTimeout(() => location.reload(), 3000);
  const { done, total, finished, words: said } = await answer.json();
  bar.max = total;
  bar.value = done;
  if (said) words.textContent = said;
  if (finished) return location.replace(bar.dataset.report);
  setTimeout(follow, 600);
}
