// Shows that something waits, in the words above, whatever it is. It keeps nothing and answers no request.
self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("push", (event) => {
  const { title, body, lang, dir } = WORDS;
  event.waitUntil(self.registration.showNotification(title, { body, lang, dir, tag: "waiting" }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(comeBack());
});

async function comeBack() {
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return open.length > 0 ? open[0].focus() : self.clients.openWindow("/");
}
