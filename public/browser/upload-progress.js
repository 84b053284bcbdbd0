// Brings the progress of an upload up to date every few seconds, until it has ended or the page is hidden. Without this
// script the page has a link that does the same.
(() => {
  const interval = 3000;
  const region = () => document.querySelector("[data-part=upload-progress]");
  const status = document.querySelector("[data-part=status]");

  async function update() {
    if (document.hidden) return;
    try {
      const response = await fetch(location.href, { credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const fresh = page.querySelector("[data-part=upload-progress]");
      if (!response.ok || !fresh) return;
      if (fresh.dataset.state !== "running") {
        location.reload(); // the page of the end has its own heading and buttons
        return;
      }
      region()?.replaceWith(fresh);
      if (status) status.textContent = fresh.querySelector("label")?.textContent ?? "";
    } catch {
      // offline: the next turn tries again
    }
  }

  if (region()?.dataset.state === "running") setInterval(update, interval);
})();
