// "Leave this page": blank the page at once, put the other site in its place in the browser's history, and sign out.
// Without this script the link leads away and signs out, but the "back" button still comes here.
(() => {
  const link = document.getElementById("leave");
  if (!link) return;

  const leave = () => {
    document.title = "…";
    document.body.hidden = true;
    document.body.replaceChildren();
    try {
      sessionStorage.clear(); // header.js then gives back nothing that was typed
    } catch {
      // this browser stores nothing for us
    }
    navigator.sendBeacon?.(link.dataset.signOut); // goes out after the page is gone, and nobody waits for it
    location.replace(link.dataset.to);
  };

  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });

  let presses = [];
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") {
      presses = [];
      return;
    }
    // a held key, a text that is being composed, and what a field, a list or a dialog uses itself are not meant for us
    const isUsed =
      event.repeat || event.isComposing || event.defaultPrevented || event.target.closest?.("select, dialog");
    if (isUsed) return;
    presses = [...presses.filter((at) => event.timeStamp - at < 3000), event.timeStamp];
    if (presses.length >= 3) leave();
    else if (presses.length === 2) announce("Press Escape once more to leave this page.");
  });

  // a screen reader's user presses Escape for other things, and must hear what the next press does
  const announce = (text) => {
    const status = document.createElement("p");
    status.setAttribute("role", "status");
    status.className = "sr-only";
    document.body.append(status);
    setTimeout(() => {
      status.textContent = text; // after the region is there: a reader announces what comes into it
    }, 50);
    setTimeout(() => status.remove(), 3000);
  };
})();
