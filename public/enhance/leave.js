// "Leave this page": blank the page at once, and put the other site in its place in the browser's history.
// Without this script the link still leads away.
(() => {
  const link = document.getElementById("leave");
  if (!link) return;

  const leave = () => {
    document.title = "…";
    document.body.hidden = true;
    document.body.replaceChildren();
    location.replace(link.href);
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
