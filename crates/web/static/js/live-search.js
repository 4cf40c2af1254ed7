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
    const found = await ask(body, asked.signal);
    rows.replaceChildren(...found.body.childNodes);
    rows.removeAttribute("aria-busy");
  } catch (failure) {
    // A newer search took over; anything else is shown by the page itself, which the server knows how to say.
    if (failure.name !== "AbortError") form.submit();
  }
}

// The answer as a document of its own, in which nothing runs: text is never turned into markup by a script here.
function ask(body, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    signal.addEventListener("abort", () => {
      request.abort();
      reject(new DOMException("a newer search took over", "AbortError"));
    });
    request.addEventListener("error", () => reject(new Error("no answer")));
    request.addEventListener("load", () => {
      const ours = request.status === 200 && request.responseURL === form.action;
      if (ours && request.response) resolve(request.response);
      else reject(new Error(request.status));
    });
    request.open("POST", form.action);
    request.setRequestHeader("X-Fragment", "rows");
    request.responseType = "document";
    request.send(body);
  });
}
