// Takes the secret from behind the # of a link into the form, and out of the address bar and the history.

const form = document.querySelector("[data-link-secret]");
const secret = location.hash.slice(1);
if (form && secret) {
  history.replaceState(null, "", location.pathname);
  form.elements.secret.value = secret;
  form.requestSubmit();
}
