// Takes the code of a letter from behind the # of its square code into the form.

const form = document.querySelector("[data-letter-code]");
const code = location.hash.slice(1);
if (form && /^\d{9}$/.test(code)) {
  history.replaceState(null, "", location.pathname);
  form.elements.code.value = code;
  form.requestSubmit();
}
