// Refuses a file that is too large before it is sent over a slow connection, and shows a progress bar while one is sent.
// Without this script the server refuses it after it was sent.
(() => {
  const field = document.querySelector("input[data-max-bytes]");
  const form = field?.form;
  const status = form?.querySelector("[data-part=status]");
  const bar = form?.querySelector("progress");
  if (!form || !status || !bar) return;

  form.addEventListener("submit", (event) => {
    const file = field.files?.[0];
    if (file && file.size > Number(field.dataset.maxBytes)) {
      event.preventDefault();
      field.setAttribute("aria-invalid", "true");
      status.textContent = "This file is too large. The limit is 1 MB. Nothing was sent.";
      field.focus();
      return;
    }
    if (!bar.hidden) event.preventDefault(); // pressed twice
    bar.hidden = false;
    status.textContent = "Sending your file and reading it…";
  });

  // the page is shown again by the "back" button
  addEventListener("pageshow", () => {
    bar.hidden = true;
    status.textContent = "";
  });
})();
