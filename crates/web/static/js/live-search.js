// Finds while one types. The form is the same one that works without this: it is posted, never put in an address.
const form = document.querySelector("form[data-live-search]");
const rows = form && document.getElementById(form.dataset.liveSearch);
let waiting;
let asked;

form?.addEventListener("input", (event) => {
  if (event.target.name === "filter_name") return;
  clearTimeout(waiting);
  waiting = setTimeout(find, event.target.type === "search" ? 120 : 0);
});

form?.addEventListener("submit", (event) => {
  if (event.submitter?.hasAttribute("formaction") || event.submitter?.name === "saved") return;
  event.preventDefault();
  const page = event.submitter?.name === "page" ? event.submitter.value : null;
  find(page).then(() => page && rows.scrollIntoView());
});

async function find(page) {
  clearTimeout(waiting);
  asked?.abort();
  asked = new AbortController();
  const body = new URLSearchParams(new FormData(form));
  if (page) body.set("page", page);
  rows.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      body,
      headers: { "X-Fragment": "rows" },
      signal: asked.signal,
      redirect: "error",
    });
    if (!answer.ok) throw new Error(answer.status);
    rows.innerHTML = await answer.text();
    rows.removeAttribute("aria-busy");
  } catch (failure) {
    // A newer search took over; anything else is shown by the page itself, which the server knows how to say.
    if (failure.name !== "AbortError") form.submit();
  }
}
