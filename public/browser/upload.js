// Sending a file: one that is too large is refused before it crosses a slow phone's wire, and while one is on its way
// a bar says so. Without this script the server says the same, later.
(() => {
  const form = document.querySelector("form[data-max-bytes]");
  const field = form?.querySelector('input[type="file"]');
  const status = form?.querySelector("[data-part=status]");
  const bar = form?.querySelector("progress");
  if (!field || !status || !bar) return;

  form.addEventListener("submit", (event) => {
    const file = field.files?.[0];
    if (file && file.size > Number(form.dataset.maxBytes)) {
      event.preventDefault();
      field.setAttribute("aria-invalid", "true");
      status.textContent = "This file is too large. It can have 1 MB. Nothing was sent.";
      field.focus();
      return;
    }
    if (!bar.hidden) event.preventDefault(); // pressed twice
    bar.hidden = false;
    status.textContent = "Sending your file and reading it…";
  });

  // somebody comes back by the "back" button
  addEventListener("pageshow", () => {
    bar.hidden = true;
    status.textContent = "";
  });
})();
