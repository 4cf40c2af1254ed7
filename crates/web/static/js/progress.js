// Follows what takes its time, and goes on to its end when it is done. Without this the page refreshes itself.
const bar = document.querySelector("progress[data-progress]");
const words = document.getElementById("progress-words");
// Whom it could not be done for, where the page tells.
const list = bar?.dataset.more && document.getElementById(bar.dataset.more);

if (bar) follow();

async function follow() {
  const asked = list ? `${bar.dataset.progress}?shown=${list.children.length}` : bar.dataset.progress;
  const answer = await fetch(asked, { headers: { Accept: "application/json" } });
  // Signed out or locked meanwhile: the page itself knows where to go.
  if (answer.redirected) return location.reload();
  if (!answer.ok) return setTimeout(() => location.reload(), 3000);
  const { done, total, finished, words: said, more } = await answer.json();
  bar.max = total;
  bar.value = done;
  if (said) words.textContent = said;
  list?.append(...more.map(line));
  if (finished) return location.replace(bar.dataset.report);
  setTimeout(follow, 600);
}

/** A person by their code, and why. */
function line({ code, href, why }) {
  const [item, link] = [document.createElement("li"), document.createElement("a")];
  Object.assign(link, { className: "code", dir: "ltr", href, textContent: code });
  const sentences = why.map((sentence) => Object.assign(document.createElement("p"), { className: "why", textContent: sentence }));
  item.append(link, ...sentences);
  return item;
}
