// Goes away from the page when nobody has touched it for a while. The server closes the sign-in by itself;
// this only sees to it that nothing stays readable on a screen somebody left.
const minutes = Number(document.body.dataset.idleMinutes);
let touched = Date.now();

if (minutes > 0) {
  for (const sign of ["pointerdown", "keydown", "scroll", "touchstart"]) {
    addEventListener(sign, () => { touched = Date.now(); }, { passive: true, capture: true });
  }
  setInterval(leaveWhenIdle, 5000);
  // A laptop that was closed wakes up with its timers late.
  document.addEventListener("visibilitychange", leaveWhenIdle);
}

function leaveWhenIdle() {
  if (Date.now() - touched < minutes * 60_000) return;
  document.body.hidden = true;
  location.replace("/locked");
}
