// "Leave this page": blank the page at once, put the other site in its place in the browser's history, and sign out.
// Without this script the link leads away and signs out, but the "back" button still comes here.
(() => {
  const link = document.getElementById("leave");
  if (!link) return;

  const leave = () => {
    document.title = "…";
    document.body.hidden = true;
    document.body.replaceChildren();
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
    if (event.repeat) return;
    presses = [...presses.filter((at) => event.timeStamp - at < 3000), event.timeStamp];
    if (presses.length >= 3) leave();
  });
})();
