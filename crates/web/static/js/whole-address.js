// Shows a link whole, as it is copied and sent.

for (const shown of document.querySelectorAll("[data-whole-address]")) {
  shown.textContent = new URL(shown.textContent.trim(), location.origin).href;
}
