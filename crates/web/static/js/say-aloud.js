// What was there when the page was shown is not said by screen readers; what comes a moment later is, when they are
// done with the rest.
const place = document.querySelector("[role=status][data-say]");
if (place) setTimeout(() => { place.textContent = place.dataset.say; }, 500);
