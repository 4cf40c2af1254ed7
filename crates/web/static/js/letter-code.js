// Takes the code of a letter from behind the # of its square code into the form, also when the page is open already.

const form = document.querySelector("[data-letter-code]");

function take() {
  const code = location.hash.slice(1);
  if (!form || !/^\d{9}$/.test(code)) return;
  history.replaceState(null, "", location.pathname);
  form.elements.code.value = code;
  form.requestSubmit();
}

addEventListener("hashchange", take);
take();
