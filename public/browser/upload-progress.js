// Brings the progress of an upload up to date every few seconds, until it has ended. It never reloads the page, which
// would take a screen reader's user back to its top. Without this script the page has a link.
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
      region()?.replaceWith(fresh);
      if (status) status.textContent = fresh.querySelector("label")?.textContent ?? "";
      if (fresh.dataset.state === "running") return;
      clearInterval(timer);
      const heading = page.querySelector("h1")?.textContent ?? "";
      for (const element of document.querySelectorAll("h1")) element.textContent = heading;
      if (status) status.textContent = heading;
    } catch {
      // offline: the next turn tries again
    }
  }

  const timer = region()?.dataset.state === "running" ? setInterval(update, interval) : undefined;
})();
