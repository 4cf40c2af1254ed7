// Has this browser told that something waits, when its owner asks for it: never by itself.
const form = document.querySelector("form[data-push]");
const can = form && "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

if (can) {
  document.querySelector("[data-push-cannot]").hidden = true;
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    subscribe().then(send, refused);
  });
}

async function subscribe() {
  if ((await Notification.requestPermission()) !== "granted") throw new Error("refused");
  const registration = await navigator.serviceWorker.register(worker());
  await active(registration);
  const applicationServerKey = bytes(form.dataset.push);
  // One that is tied to another key, as after a change of servers, is of no use.
  await (await registration.pushManager.getSubscription())?.unsubscribe();
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
}

// The one address that this page may run: the server's policy knows this name alone.
function worker() {
  const path = form.dataset.worker;
  if (!/^\/alerts\/worker\/[a-z]+$/.test(path)) throw new Error("no such worker");
  if (!window.trustedTypes) return path;
  return trustedTypes.createPolicy("push-worker", { createScriptURL: (url) => url }).createScriptURL(path);
}

function active(registration) {
  const coming = registration.installing ?? registration.waiting;
  if (!coming || registration.active) return Promise.resolve();
  return new Promise((resolve) => coming.addEventListener("statechange", () => {
    if (coming.state === "activated") resolve();
  }));
}

function bytes(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function send(subscription) {
  document.querySelector("#endpoint").value = subscription.endpoint;
  form.submit();
}

function refused() {
  document.querySelector("[data-push-refused]").hidden = false;
}
