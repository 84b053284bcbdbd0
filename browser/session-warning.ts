// Warns somebody two minutes before they are signed out, and lets them stay. Typing counts as use, also where nothing is
// sent; a page that only lies open does not. Bundled into public/browser/session-warning.js; without it the page
// states how long they stay signed in.

const minute = 60_000;
const warnBefore = 2 * minute;
const reportInterval = minute; // typing is reported no oftener

const notice = document.querySelector<HTMLElement>('[data-part="session"]');
if (notice) watch(notice);

function watch(place: HTMLElement): void {
  const { address = "", left = "" } = place.dataset;
  let timer = 0;
  let reportedAt = Date.now(); // the page itself was a use
  let box: HTMLElement | null = null;
  let focusedBefore: HTMLElement | null = null;

  const hide = () => {
    const hadFocus = box?.contains(document.activeElement);
    box?.remove();
    box = null;
    if (hadFocus) focusedBefore?.focus(); // somebody who pressed the button goes on where they were
    document.documentElement.style.scrollPaddingBottom = "";
  };
  const checkIn = (milliseconds: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void check("GET"), milliseconds);
  };

  /** Asks how much time is left. @param method POST when somebody is there */
  async function check(method: "GET" | "POST"): Promise<void> {
    if (method === "POST") reportedAt = Date.now();
    let now: number;
    try {
      const response = await fetch(address, { method, cache: "no-store" });
      if (!response.ok) throw new Error();
      ({ left: now } = (await response.json()) as { left: number });
    } catch {
      return checkIn(minute / 2); // the service cannot be reached: that signs nobody out
    }
    if (now <= 0) return show("You have been signed out. Send your text: we save it and ask you to sign in.", false);
    if (now > warnBefore) {
      hide();
      return checkIn(now - warnBefore);
    }
    const end = new Date(Date.now() + now).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    if (method === "POST") show(`We will sign you out at ${end}. Save or send your text before then.`, false);
    else show(`We will sign you out at ${end}, unless you stay signed in.`, true);
    checkIn(now + 1_000);
  }

  function show(message: string, canStay: boolean): void {
    const text = document.createElement("p");
    text.textContent = message;
    hide();
    box = document.createElement("div");
    box.className = "fixed inset-x-0 bottom-0 z-20 border-gold border-t-4 bg-warning-soft p-4 text-ink print:hidden";
    box.setAttribute("role", "alert");
    box.append(text);
    box.addEventListener("focusin", ({ relatedTarget }) => {
      if (relatedTarget instanceof HTMLElement && !box?.contains(relatedTarget)) focusedBefore = relatedTarget;
    });
    if (canStay) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "mt-2 min-h-11 rounded border-2 border-edge bg-card px-4 font-semibold";
      button.textContent = "Stay signed in";
      button.addEventListener("click", () => void check("POST"));
      box.append(button);
    }
    place.append(box);
    document.documentElement.style.scrollPaddingBottom = `${box.offsetHeight}px`; // what has the focus is not behind it
  }

  document.addEventListener("input", () => {
    if (Date.now() - reportedAt >= reportInterval) void check("POST");
  });
  // a computer that slept, or a tab that was in the background, has not run its timers
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) void check("GET");
  });
  checkIn(Number(left) - warnBefore);
}
