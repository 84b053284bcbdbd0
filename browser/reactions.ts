// Counts an answer to a comment without leaving the list: the button that was pressed is marked, and a line shows how many
// answered what. Bundled into public/browser/reactions.js. Without it the server leads back to the comment.

type ReactionReply = { goTo?: string; value?: string; message?: string };

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-part="reactions"]')) {
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    void send(form, button);
  });
}

async function send(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  const status = form.querySelector("[role=status]");
  const body = new FormData(form);
  body.set(button.name, button.value);
  try {
    const headers = { accept: "application/json" };
    const response = await fetch(form.action, {
      method: "POST",
      body: new URLSearchParams([...body] as [string, string][]),
      headers,
    });
    const { goTo, value, message = "" }: ReactionReply = await response.json();
    if (goTo) return location.assign(goTo);
    for (const one of form.querySelectorAll("button")) one.setAttribute("aria-pressed", String(one.value === value));
    if (status) status.textContent = message;
  } catch {
    if (status) status.textContent = "Your reaction could not be sent. Try again.";
  }
}
